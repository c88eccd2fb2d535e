package io.github.springjsonrpc.server.method;

import io.github.springjsonrpc.server.JsonRpcServer;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Methods written in Kotlin, behind a proxy as they often are. Seed rows S16, S22 and
 * S23.
 */
class KotlinMethodsTests {

	private static ConfigurableApplicationContext context = new GenericApplicationContext();

	private final Calls rpc = new Calls(context.getBean(JsonRpcServer.class));

	@BeforeAll
	static void start() {
		context = TestApplications.start(Interception.class, KotlinMethods.class, KotlinContractBean.class);
		assertThat(AopUtils.isCglibProxy(context.getBean(KotlinMethods.class))).isTrue();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					defaults            | []                                   | "own 7 default"
					defaults            | ["a", 1, "b"]                        | "a 1 b"
					defaults            | {"number": 1, "nullable": null}      | "own 1 null"
					suspendedDefaults   | []                                   | "own 7 default"
							annotatedDefault    | []                                   | 3
					inherited           | []                                   | "from the interface"
					inherited           | ["own"]                              | "own"
					nonNull             | ["a", 1]                             | "a 1"
					nullable            | []                                   | "null null"
					nullable            | [null, null]                         | "null null"
					nullable            | ["a", 1]                             | "a 1"
					valueClass          | [7]                                  | "UserId(value=7)"
					valueClass          | {"id": 7}                            | "UserId(value=7)"
					valueClasses        | []                                   | "null Email(text=none) null"
					valueClasses        | [7, "a", "b"]                        | "UserId(value=7) Email(text=a) Contact(email=Email(text=b))"
					valueClasses        | {"id": null, "contact": "b"}         | "null Email(text=none) Contact(email=Email(text=b))"
					suspendedValueClass | [7]                                  | "7@example.org"
					returnsValueClass   | []                                   | 1
					suspended           | []                                   | "suspended"
					suspendedNull       | []                                   | null
					suspendedUnit       | []                                   | null
					unit                | []                                   | null
					anyUnit             | []                                   | null
					flow                | []                                   | [1,2]
					suspendedFlow       | []                                   | [1,2]
					suspendedMono       | []                                   | "mono"
					deferred            | []                                   | "deferred"
					extension           | {"text": "a"}                        | "a of extension"
					variable            | [1, 2, 3]                            | 6
					variable            | []                                   | 0
					suspendedVariable   | ["a", "b"]                           | "ab"
					suspendedVariable   | {"texts": ["a", "b"]}                | "ab"
					injected            | []                                   | "nobody null"
					validated           | ["a", 5]                             | "a 5"
					getVersion          | []                                   | "1"
					""")
	void calls(String method, String params, String result) {
		assertThat(this.rpc.result(method, params)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			defaults            | [null]                      | text: must not be null
			defaults            | ["a", null]                 | number: must be an integer of 32 bits
			suspendedDefaults   | {"text": null}              | text: must not be null
			nonNull             | [null, 1]                   | text: must not be null
			nonNull             | {"text": "a"}               | number: is required
			valueClass          | [null]                      | id: must be an integer of 64 bits
			valueClass          | ["7"]                       | id: must be an integer of 64 bits
			valueClass          | [-7]                        | id: is not valid
			valueClasses        | [-7]                        | id: is not valid
			valueClasses        | [1, null]                   | email: must not be null
			suspendedValueClass | [-7]                        | id: is not valid
			injected            | {"user": "Eve"}             | user: is not a parameter
			extension           | ["a", "b"]                  | params: must not have more than 1 element
			validated           | [" "]                       | name: must not be blank
			validated           | ["a", 4]                    | number: must be greater than or equal to 5
			""")
	void refuses(String method, String params, String violation) {
		assertThat(this.rpc.violations(method, params)).containsExactly(violation);
	}

	@Test
	void tellsNullOfCallerFromAbsentArgumentOfCoroutine() {
		// not behind a proxy, as Spring's would not
		assertThat(Calls.of(new KotlinMethods()).result("suspendedDefaults", "{\"number\": 1, \"nullable\": null}"))
			.isEqualTo("\"own 1 null\"");
	}

	@Test
	void doesNotValidateDefaults() {
		assertThat(this.rpc.result("validated", "[\"a\"]")).isEqualTo("\"a 1\"");
	}

	@ParameterizedTest
	@CsvSource({ "fails, 1, plain", "failsSuspended, 2, suspended", "failsAfterDelay, 3, delayed",
			"failsWithChecked, 4, checked" })
	void answersWithWhatFunctionThrows(String method, int code, String message) {
		Answer answer = this.rpc.call(method);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.message()).isEqualTo(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "suspended", "flow", "suspendedFlow", "deferred" })
	void runsWhatSuspendsOnEventLoop(String method) {
		assertThat(this.rpc.server().methods().find(method).blocking()).isFalse();
		assertThat(this.rpc.server().methods().find("nonNull").blocking()).isTrue();
	}

	@Test
	void describesFunctionsAsTheyAreWritten() {
		assertThat(this.rpc.server().methods().find("suspendedFlow").description().resultType())
			.hasToString("java.util.List<java.lang.Integer>");
		assertThat(this.rpc.server().methods().find("defaults").description().parameters())
			.extracting("name", "required")
			.containsExactly(tuple("text", false), tuple("number", false), tuple("nullable", false));
	}

	@Test
	void runsAspects() {
		int before = Interception.count;
		this.rpc.result("defaults", "[]");
		this.rpc.result("suspendedDefaults", "[]");
		this.rpc.result("valueClass", "[7]");
		this.rpc.result("flow", "[]");
		assertThat(Interception.count - before).isGreaterThanOrEqualTo(4);
	}

	@Aspect
	static class Interception {

		private static int count;

		@Around("within(io.github.springjsonrpc.server.method.KotlinMethods)")
		Object intercept(ProceedingJoinPoint call) throws Throwable {
			count++;
			return call.proceed();
		}

	}

}
