package io.github.springjsonrpc.middleware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggingMiddleware}. Seed row S162.
 */
class LoggingMiddlewareTests {

	private static final Set<String> SECRETS = Set.of("password", "apiToken");

	private static final LoggingMiddleware PLAIN = middleware(1000, Set.of());

	private static final LoggingMiddleware REDACTING = middleware(1000, SECRETS);

	private static LoggingMiddleware middleware(int maxLength, Set<String> redacted) {
		return new LoggingMiddleware(TestServer.CODEC::toJson,
				(method) -> "login".equals(method) ? List.of("name", "Password") : List.of(), maxLength, redacted);
	}

	private static List<String> logged(LoggingMiddleware middleware, String message, @Nullable Object result) {
		return logged(middleware, (JsonRpcRequest) TestServer.read(message),
				(request) -> Mono.just(JsonRpcResponse.success(request.id(), result)));
	}

	private static List<String> logged(LoggingMiddleware middleware, JsonRpcRequest request,
			RpcMiddleware.Chain chain) {
		try (CapturedLog log = CapturedLog.of(LoggingMiddleware.class, Level.INFO)) {
			middleware.handle(request, chain).onErrorComplete().block(TestServer.TIMEOUT);
			assertThat(log.events()).allMatch((event) -> event.getLevel() == Level.INFO);
			return log.lines();
		}
	}

	private static JsonRpcRequest request(JsonRpcParams params) {
		return JsonRpcRequest.request(JsonRpcId.of(1), "ping", params);
	}

	@Test
	void logsRequestAndResponse() {
		assertThat(logged(PLAIN, TestServer.request("ping", "[1, 'a']", "'x'"), "pong"))
			.containsExactly("-> request \"x\" ping [1, \"a\"]", "<- request \"x\" ping \"pong\"");
		assertThat(logged(PLAIN, TestServer.request("ping", "{'a': 1}"), Map.of("b", 2)))
			.containsExactly("-> request 1 ping {\"a\": 1}", "<- request 1 ping {\"b\":2}");
	}

	@Test
	void logsCallWithoutParamsAndResult() {
		assertThat(logged(PLAIN, "{'jsonrpc':'2.0','method':'ping','id':1}", null)).containsExactly("-> request 1 ping",
				"<- request 1 ping null");
	}

	@Test
	void logsNotification() {
		assertThat(logged(PLAIN, TestServer.notification("ping", "[]"), "pong"))
			.containsExactly("-> notification ping []", "<- notification ping \"pong\"");
	}

	@Test
	void logsErrorResponse() {
		assertThat(logged(PLAIN, request(JsonRpcParams.none()),
				(request) -> Mono.just(JsonRpcResponse.failure(request.id(), JsonRpcErrorCode.INTERNAL_ERROR.error()))))
			.containsExactly("-> request 1 ping", "<- request 1 ping error -32603 Internal error");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void logsFailureAndLeavesItAsItIs(boolean thrown) {
		JsonRpcException failure = new JsonRpcException(7, "seven");
		RpcMiddleware.Chain chain = (request) -> {
			if (thrown) {
				throw failure;
			}
			return Mono.error(failure);
		};
		assertThat(logged(PLAIN, request(JsonRpcParams.none()), chain)).containsExactly("-> request 1 ping",
				"<- request 1 ping error 7 seven");
		// deferred, as without the level to log at the chain is called at once
		StepVerifier.create(Mono.defer(() -> PLAIN.handle(request(JsonRpcParams.none()), chain)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure))
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void logsUnexpectedFailure() {
		assertThat(logged(PLAIN, request(JsonRpcParams.none()),
				(request) -> Mono.error(new IllegalStateException("not today"))))
			.containsExactly("-> request 1 ping",
					"<- request 1 ping failed: java.lang.IllegalStateException: not today");
	}

	@Test
	void logsThatThereWasNoResponse() {
		assertThat(logged(PLAIN, request(JsonRpcParams.none()), (request) -> Mono.empty()))
			.containsExactly("-> request 1 ping", "<- request 1 ping without a response");
	}

	@Test
	void logsCancellation() {
		try (CapturedLog log = CapturedLog.of(LoggingMiddleware.class, Level.INFO)) {
			PLAIN.handle(request(JsonRpcParams.none()), (request) -> Mono.never()).subscribe().dispose();
			assertThat(log.lines()).containsExactly("-> request 1 ping", "<- request 1 ping cancelled");
		}
	}

	@Test
	void logsEachSubscription() {
		Mono<JsonRpcResponse> response;
		try (CapturedLog log = CapturedLog.of(LoggingMiddleware.class, Level.INFO)) {
			response = PLAIN.handle(request(JsonRpcParams.none()),
					(request) -> Mono.just(JsonRpcResponse.success(request.id(), 1)));
			assertThat(log.lines()).isEmpty();
			response.repeat(1).blockLast(TestServer.TIMEOUT);
			assertThat(log.lines()).hasSize(4);
		}
	}

	@Test
	void doesNothingIfNobodyWantsToKnow() {
		List<Object> written = new ArrayList<>();
		LoggingMiddleware middleware = new LoggingMiddleware((value) -> {
			written.add(value);
			return TestServer.CODEC.toJson(value);
		}, (method) -> List.of(), 100, SECRETS);
		Mono<JsonRpcResponse> response = Mono.just(JsonRpcResponse.success(JsonRpcId.of(1), "pong"));
		try (CapturedLog log = CapturedLog.of(LoggingMiddleware.class, Level.WARN)) {
			assertThat(middleware.handle(request(JsonRpcParams.positional(1)), (request) -> response))
				.isSameAs(response);
			assertThat(log.lines()).isEmpty();
		}
		assertThat(written).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cutsLongValues(boolean redacting) {
		LoggingMiddleware middleware = middleware(10, redacting ? SECRETS : Set.of());
		assertThat(logged(middleware, TestServer.request("ping", "['0123456789']"), "0123456789"))
			.containsExactly("-> request 1 ping [\"01234567…", "<- request 1 ping \"012345678…");
		assertThat(logged(middleware, TestServer.request("ping", "['123456']"), "12345678"))
			.containsExactly("-> request 1 ping [\"123456\"]", "<- request 1 ping \"12345678\"");
		List<Integer> many = IntStream.range(0, 10_000).boxed().toList();
		assertThat(logged(middleware, TestServer.request("ping", "{'a':{'b':[[1,2,3,4,5]]}}"), many))
			.containsExactly("-> request 1 ping {\"a\":{\"b\":…", "<- request 1 ping [0,1,2,3,4…");
	}

	@Test
	void cutsNoCharacterInHalf() {
		assertThat(logged(middleware(4, Set.of()), TestServer.request("ping", "[]"), "ab\uD83D\uDE00"))
			.containsExactly("-> request 1 ping []", "<- request 1 ping \"ab…");
	}

	@Test
	void cutsMessagesMethodsAndIds() {
		String longText = "x".repeat(5000);
		assertThat(logged(middleware(10, Set.of()),
				JsonRpcRequest.request(JsonRpcId.of(longText), longText, JsonRpcParams.none()),
				(request) -> Mono.error(new JsonRpcException(7, longText))))
			.allMatch((line) -> line.length() < 300);
	}

	@Test
	void letsNoCallerWriteLinesOfTheLog() {
		String forged = "a\r\n2026-01-01 INFO forged\u2028\u0085\u001b[31m";
		JsonRpcRequest request = JsonRpcRequest.request(JsonRpcId.of(1), forged,
				((JsonRpcRequest) TestServer.read("{'jsonrpc':'2.0','method':'x','params':{\n'forged':\r\n1}}"))
					.params());
		for (LoggingMiddleware middleware : List.of(PLAIN, REDACTING)) {
			assertThat(logged(middleware, request, (passed) -> Mono.error(new IllegalStateException(forged))))
				.hasSize(2)
				.allSatisfy((line) -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}\u2028\u0085]"));
		}
		assertThat(logged(REDACTING, TestServer.request("ping", "{'a\\n\\'b':1}"), null).get(0))
			.endsWith("{\"a\\u000a\\\"b\":1}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ping  | {'password':'secret','a':1}              | {"password":"***","a":1}
			ping  | {'PASSWORD':{'deep':['secret']}}         | {"PASSWORD":"***"}
			ping  | {'apitoken':'secret'}                    | {"apitoken":"***"}
			ping  | {'a':{'b':[{'password':'secret'},2]}}    | {"a":{"b":[{"password":"***"},2]}}
			ping  | [{'password':'secret'}]                  | [{"password":"***"}]
			ping  | {'pass\\u0077ord':'secret'}              | {"password":"***"}
			ping  | {'password':null,'x':'password'}         | {"password":"***","x":"password"}
			ping  | {'password':'secret','password':'secret'} | {"password":"***"}
			login | ['Ann','secret']                         | ["Ann","***"]
			login | ['Ann','secret','secret']                | ["Ann","***","***"]
			login | ['Ann',['secret']]                       | ["Ann","***"]
			login | [['Ann','kept']]                         | [["Ann","kept"]]
			login | {'name':'Ann','Password':'secret'}       | {"name":"Ann","Password":"***"}
			ping  | ['Ann','kept']                           | ["Ann","kept"]
			ping  | {}                                       | {}
			ping  | []                                       | []
			""")
	void redactsParams(String method, String params, String logged) {
		assertThat(logged(REDACTING, TestServer.request(method, params), null))
			.containsExactly("-> request 1 " + method + " " + logged, "<- request 1 " + method + " null");
	}

	@Test
	void redactsParamsThatMiddlewareReplaced() {
		JsonRpcRequest request = JsonRpcRequest.request(JsonRpcId.of(1), "login",
				JsonRpcParams.positional("Ann", "secret"));
		assertThat(logged(REDACTING, request, (passed) -> Mono.just(JsonRpcResponse.success(passed.id(), null))))
			.containsExactly("-> request 1 login [\"Ann\",\"***\"]", "<- request 1 login null");
		assertThat(logged(REDACTING, request.withParams(JsonRpcParams.named(Map.of("password", List.of("secret")))),
				(passed) -> Mono.just(JsonRpcResponse.success(passed.id(), null))))
			.containsExactly("-> request 1 login {\"password\":\"***\"}", "<- request 1 login null");
	}

	@Test
	void redactsResults() {
		record Account(String name, String password) {
		}
		assertThat(logged(REDACTING, TestServer.request("ping", "[]"), List.of(new Account("Ann", "secret"))))
			.containsExactly("-> request 1 ping []", "<- request 1 ping [{\"name\":\"Ann\",\"password\":\"***\"}]");
	}

	@Test
	void doesNotFailForResultThatCannotBeWritten() {
		Map<String, Object> endless = new HashMap<>();
		endless.put("self", endless);
		for (Object result : List.of(new Unwritable(), endless)) {
			JsonRpcResponse response = JsonRpcResponse.success(JsonRpcId.of(1), result);
			StepVerifier.create(PLAIN.handle(request(JsonRpcParams.none()), (request) -> Mono.just(response)))
				.expectNext(response)
				.expectComplete()
				.verify(TestServer.TIMEOUT);
			assertThat(logged(PLAIN, request(JsonRpcParams.none()), (request) -> Mono.just(response)).get(1))
				.startsWith("<- request 1 ping (not written: ");
		}
	}

	@Test
	void doesNotFailForParamsThatCannotBeWritten() {
		assertThat(logged(PLAIN, request(JsonRpcParams.positional(new Unwritable())),
				(request) -> Mono.just(JsonRpcResponse.success(request.id(), 1))))
			.satisfiesExactly((line) -> assertThat(line).startsWith("-> request 1 ping (not written: "),
					(line) -> assertThat(line).isEqualTo("<- request 1 ping 1"));
	}

	@Test
	void doesNotFailForNamesThatCannotBeTold() {
		LoggingMiddleware middleware = new LoggingMiddleware(TestServer.CODEC::toJson, (method) -> {
			throw new IllegalStateException("no names");
		}, 100, SECRETS);
		assertThat(logged(middleware, TestServer.request("login", "['Ann','secret']"), "in")).containsExactly(
				"-> request 1 login (not written: java.lang.IllegalStateException)", "<- request 1 login \"in\"");
	}

	static final class Unwritable {

		public String getValue() {
			throw new IllegalStateException("not today");
		}

	}

}
