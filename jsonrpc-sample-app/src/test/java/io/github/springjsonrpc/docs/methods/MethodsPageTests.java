package io.github.springjsonrpc.docs.methods;

import io.github.springjsonrpc.docs.HttpCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The snippets of {@code docs/methods.md} run.
 */
@MethodsPageTest
class MethodsPageTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
			user.find   | [42]                                   | "result":{"id":42,"name":"Ann"}
			user.find   | {"id":42}                              | "result":{"id":42,"name":"Ann"}
			user.rename | {"id":42,"name":"Bob"}                 | "result":{"id":42,"name":"Bob"}
			search      | ["shoes"]                              | "result":"shoes, page 1, by null, 20 a page"
			search      | {"text":"shoes","size":5,"page":2}     | "result":"shoes, page 2, by null, 5 a page"
			total       | [1,2,3]                                | "result":6
			log         | ["info",1,"two"]                       | "result":"info [1, two]"
			label       | {"name":"box","width":1,"height":2}    | "result":"box {width=1, height=2}"
			width       | {"from":1,"to":9}                      | "result":8
			kind        | {"a":[1]}                              | "result":"NAMED {\\"a\\":[1]}"
			whoami      | []                                     | "result":"1 of a stranger, /rpc, en"
			device      | []                                     | "result":"docs"
			ship        | ["Ann",{"grams":5}]                    | "result":"5 g to Ann"
			plain       | []                                     | "result":"may block: true"
			mono        | []                                     | "result":"may block: false"
			flux        | []                                     | "result":[1,2,3]
			future      | []                                     | "result":"done"
			nothing     | []                                     | "result":null
			add         | [1,2]                                  | "result":3
			price       | []                                     | "result":1234
			power       | [2,10]                                 | "result":1024.0
			lookup      | {"name":"x"}                           | "result":"x!"
			relay       | [1,"two"]                              | "result":[1,"two"]
			""")
	void answers(String method, String params, String answer) {
		assertThat(call(method, params)).isEqualTo(answer);
	}

	@Test
	void constructsWhatAFunctionRefersTo() {
		assertThat(call("member", "[\"c2d5e1f0-8b1a-4d3c-9e2f-0a1b2c3d4e5f\"]"))
			.isEqualTo("\"result\":{\"member\":{\"uuid\":\"c2d5e1f0-8b1a-4d3c-9e2f-0a1b2c3d4e5f\"}}");
	}

	@Test
	void tellsEachViolation() {
		assertThat(call("ship", "[\"\",{\"grams\":0}]")).startsWith("\"error\":{\"code\":-32602,")
			.contains("\"path\":\"customer\"", "{\"path\":\"parcel.grams\",\"message\":\"must weigh something\"}");
	}

	@Test
	void offersTheMethodsOfAServerOnItsPathOnly() {
		assertThat(HttpCall.call(this.port, "/admin", "servers", "[]")).isEqualTo("\"result\":[\"default\",\"admin\"]");
		assertThat(call("servers", "[]")).contains("-32601");
	}

	@Test
	void listsMethods() {
		assertThat(call("rpc.methods", "[]")).contains("""
				{"name":"user.find","params":[{"name":"id","type":"integer","required":true}],"result":"object"}""");
	}

	@Test
	void registersAtRunTime(@Autowired Registration registration) {
		registration.register();
		assertThat(call("ping_1", "[]")).isEqualTo("\"result\":\"another pong\"");
		assertThat(call("ping_2", "[]")).contains("-32601");
		assertThat(call("third_ping", "[\"a\"]")).isEqualTo("\"result\":{\"text\":\"a\"}");
		assertThat(call("ping_4", "[]")).isEqualTo("\"result\":\"pong 4\"");
		assertThat(call("ping_5", "[]")).isEqualTo("\"result\":\"pong 1\"");
		assertThat(call("ping_6", "[]")).isEqualTo("\"result\":\"pong 6\"");
	}

	private String call(String method, String params) {
		return HttpCall.call(this.port, "/rpc", method, params);
	}

}
