package io.github.springjsonrpc.server.webflux;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bugs that other JSON-RPC servers have and this one has not. The comment above each
 * group says whose they are. Seed rows S16, S35, S37, S39, S41, S42, S48, S51, S73 and
 * S163.
 */
@CallHttpTest
class PeerBugTests {

	private static final String INVALID_REQUEST = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"},\"id\":%s}";

	private static final String INTERNAL_ERROR = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":%s}";

	@LocalServerPort
	private int port;

	@Autowired
	private CallProbe probe;

	private HttpAnswer post(String message, String... headers) {
		return RawHttp.exchange(this.port, RawHttp.post("/rpc", message.replace('\'', '"'), headers));
	}

	private void assertAnswer(String message, String answer) {
		HttpAnswer received = post(message);
		assertThat(received.text()).isEqualTo(answer.replace('\'', '"'));
		assertThat(received.status()).isEqualTo(200);
	}

	private void assertNoAnswer(String message) {
		HttpAnswer received = post(message);
		assertThat(received.status()).isEqualTo(204);
		assertThat(received.body()).isEmpty();
	}

	// jsonrpc4j

	@Test
	void putsNoNullIntoTheAnswerForNotificationOfBatch() {
		assertAnswer("[{'jsonrpc':'2.0','method':'update','params':[1]},{'jsonrpc':'2.0','method':'echo','id':1}]",
				"[{'jsonrpc':'2.0','result':null,'id':1}]");
		assertNoAnswer("[{'jsonrpc':'2.0','method':'update','params':[1]}]");
	}

	@Test
	void answersUnreadableTextWithNullAndNotTheStringNull() {
		assertAnswer("{'jsonrpc':", "{'jsonrpc':'2.0','error':{'code':-32700,'message':'Parse error'},'id':null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'fail','params':['x']", "'failLater'", "'unknown'", "'text','params':[1]",
			"'refuse','params':[7,'seven',null]", "'unwritable'" })
	void answersNoErrorToNotification(String call) {
		assertNoAnswer("{'jsonrpc':'2.0','method':" + call + "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2147483648", "9223372036854775808", "-9223372036854775809",
			"123456789012345678901234567890", "1.5", "1.0", "1e400", "0.1000" })
	void cutsNoId(String id) {
		assertAnswer("{'jsonrpc':'2.0','method':'echo','params':[1],'id':" + id + "}",
				"{'jsonrpc':'2.0','result':[1],'id':" + id + "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "null", "''" })
	void losesNoAnswerOfEntriesWithTheSameId(String id) {
		String batch = IntStream.range(0, 20)
			.mapToObj((i) -> "{'jsonrpc':'2.0','method':'call.block','params':[" + i + "],'id':" + id + "}")
			.collect(Collectors.joining(",", "[", "]"));
		assertAnswer(batch,
				IntStream.range(0, 20)
					.mapToObj((i) -> "{'jsonrpc':'2.0','result':" + i + ",'id':" + id + "}")
					.collect(Collectors.joining(",", "[", "]")));
	}

	@Test
	void keepsTheIdIfParameterCanNotBeConverted() {
		assertThat(post("{'jsonrpc':'2.0','method':'text','params':[[1]],'id':'x'}").text()).contains("-32602")
			.endsWith(",\"id\":\"x\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fail", "failLater", "unwritable" })
	void tellsNothingOfTheExceptionItFailsWith(String method) {
		String params = method.equals("fail") ? "['x']" : "[]";
		assertAnswer("{'jsonrpc':'2.0','method':'" + method + "','params':" + params + ",'id':1}",
				INTERNAL_ERROR.formatted(1));
	}

	@Test
	void makesNoCallOutOfQueryParameters() {
		HttpAnswer answer = RawHttp.exchange(this.port,
				"GET /rpc?method=echo&id=1&params=W10%3D HTTP/1.1\r\nHost: localhost\r\n\r\n");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.header("Allow")).isEqualTo("POST");
		assertThat(answer.body()).isEmpty();
	}

	// limehee

	@Test
	void bindsTheOnlyParameterLikeAnyOther() {
		assertAnswer("{'jsonrpc':'2.0','method':'text','params':['x'],'id':1}",
				"{'jsonrpc':'2.0','result':'x','id':1}");
		assertAnswer("{'jsonrpc':'2.0','method':'text','params':{'value':'x'},'id':1}",
				"{'jsonrpc':'2.0','result':'x','id':1}");
	}

	@Test
	void keepsTypesOfTheElementsOfList() {
		assertAnswer("{'jsonrpc':'2.0','method':'points','params':[[{'x':1,'y':2}]],'id':1}",
				"{'jsonrpc':'2.0','result':[{'x':1,'y':2}],'id':1}");
		assertThat(post("{'jsonrpc':'2.0','method':'points','params':[[{'x':'one','y':2}]],'id':1}").text())
			.contains("-32602");
	}

	@Test
	void refusesTooMuchBeforeAllOfItHasCome() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send("POST /rpc HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
			String chunk = "20000\r\n" + " ".repeat(0x20000) + "\r\n";
			for (int i = 0; i < 9; i++) {
				http.send(chunk);
			}
			// the body goes on for ever, and the answer is here
			HttpAnswer answer = http.read();
			assertThat(answer.status()).isEqualTo(413);
			assertThat(answer.text()).contains("-32600").endsWith(",\"id\":null}");
		}
	}

	@Test
	void servesReservedNameOfItsOwn() {
		assertThat(post("{'jsonrpc':'2.0','method':'rpc.methods','id':1}").text()).contains("\"name\":\"call.mono\"");
		assertAnswer("{'jsonrpc':'2.0','method':'rpc.unknown','id':1}",
				"{'jsonrpc':'2.0','error':{'code':-32601,'message':'Method not found'},'id':1}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json-rpc", "application/jsonrequest",
			"APPLICATION/JSON-RPC; charset=UTF-8" })
	void acceptsEveryContentTypeOfTheTransport(String type) {
		assertThat(post("{'jsonrpc':'2.0','method':'echo','id':1}", "Content-Type: " + type).status()).isEqualTo(200);
	}

	// aiohttp-rpc

	@ParameterizedTest
	@ValueSource(strings = { "true", "false", "[1]", "{'a':1}" })
	void echoesNoIdOfInvalidType(String id) {
		assertAnswer("{'jsonrpc':'2.0','method':'echo','id':" + id + "}", INVALID_REQUEST.formatted("null"));
		assertAnswer("{'jsonrpc':'1.0','method':'echo','id':" + id + "}", INVALID_REQUEST.formatted("null"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "['echo']", "{'name':'echo'}", "1", "null", "true" })
	void takesMethodThatIsNoStringForAnInvalidRequest(String method) {
		assertAnswer("{'jsonrpc':'2.0','method':" + method + ",'id':7}", INVALID_REQUEST.formatted("7"));
	}

	@Test
	void answersNothingToNotificationOfBatchThatFailsUnexpectedly() {
		assertAnswer(
				"[{'jsonrpc':'2.0','method':'fail','params':['x']},{'jsonrpc':'2.0','method':'failLater'},"
						+ "{'jsonrpc':'2.0','method':'echo','params':[1],'id':1}]",
				"[{'jsonrpc':'2.0','result':[1],'id':1}]");
		assertNoAnswer("[{'jsonrpc':'2.0','method':'fail','params':['x']}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "'x'", "0", "''", "null" })
	void keepsTheIdOfCallThatFailsUnexpectedly(String id) {
		assertAnswer("{'jsonrpc':'2.0','method':'failLater','id':" + id + "}", INTERNAL_ERROR.formatted(id));
	}

	@Test
	void sharesNoAttributesBetweenEntriesOfBatch() {
		String batch = IntStream.range(0, 10)
			.mapToObj((i) -> "{'jsonrpc':'2.0','method':'call.attribute','id':" + i + "}")
			.collect(Collectors.joining(",", "[", "]"));
		assertAnswer(batch,
				IntStream.range(0, 10)
					.mapToObj((i) -> "{'jsonrpc':'2.0','result':'" + i + "','id':" + i + "}")
					.collect(Collectors.joining(",", "[", "]")));
	}

	@Test
	void answersWhileManyMethodsBlock() {
		String key = "peer-block";
		String batch = IntStream.range(0, 16)
			.mapToObj((i) -> "{'jsonrpc':'2.0','method':'call.blocking','params':['" + key + "'],'id':" + i + "}")
			.collect(Collectors.joining(",", "[", "]"))
			.replace('\'', '"');
		try (RawHttp blocked = RawHttp.connect(this.port).send(RawHttp.post("/rpc", batch))) {
			this.probe.await(key, "started", 16);
			// more calls than the server has event loops
			for (int i = 0; i < 16; i++) {
				assertAnswer("{'jsonrpc':'2.0','method':'call.later','params':[1],'id':1}",
						"{'jsonrpc':'2.0','result':1,'id':1}");
			}
			this.probe.end(key);
			assertThat(blocked.read().text()).contains("\"id\":0}", "\"id\":15}");
		}
	}

	@Test
	void cancelsCallWhoseClientGoesAway() {
		RawHttp client = RawHttp.connect(this.port)
			.send(RawHttp.post("/rpc",
					"{\"jsonrpc\":\"2.0\",\"method\":\"call.mono\",\"params\":[\"peer-gone\"],\"id\":1}"));
		this.probe.await("peer-gone", "started");
		client.reset();
		this.probe.await("peer-gone", "cancelled");
	}

	@Test
	void refusesForeignOriginByTheStatus() {
		HttpAnswer answer = post("{'jsonrpc':'2.0','method':'echo','id':'peer-origin'}", "Origin: http://evil.example");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).isEmpty();
		assertThat(this.probe.events("peer-origin")).isEmpty();
	}

	// json-rpc-2.0

	@Test
	void answersBatchOfOneWithArray() {
		assertAnswer("[{'jsonrpc':'2.0','method':'echo','params':[1],'id':1}]",
				"[{'jsonrpc':'2.0','result':[1],'id':1}]");
	}

	@Test
	void answersEmptyBatch() {
		assertAnswer("[]", INVALID_REQUEST.formatted("null"));
	}

	// jsonrpsee

	@Test
	void runsNotifications() {
		this.probe.end("peer-notified");
		assertNoAnswer("{'jsonrpc':'2.0','method':'call.blocking','params':['peer-notified']}");
		assertThat(this.probe.events("peer-notified")).containsExactly("started", "ended");
	}

	// jayson

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			[[1]]     | 1
			[[]]      | 1
			[[[]],{}] | 2
			[1,[2],3] | 3
			""")
	void answersNestedEntriesInsteadOfHanging(String batch, int answers) {
		String invalid = INVALID_REQUEST.formatted("null");
		assertAnswer(batch,
				IntStream.range(0, answers).mapToObj((i) -> invalid).collect(Collectors.joining(",", "[", "]")));
	}

	// ChainSafe forest, megaeth, zksync-os

	@Test
	void runsEntriesOfBatchAtTheSameTime() {
		String key = "peer-concurrent";
		String batch = IntStream.range(0, 16)
			.mapToObj((i) -> "{'jsonrpc':'2.0','method':'call.mono','params':['" + key + "'],'id':" + i + "}")
			.collect(Collectors.joining(",", "[", "]"))
			.replace('\'', '"');
		try (RawHttp client = RawHttp.connect(this.port).send(RawHttp.post("/rpc", batch))) {
			this.probe.await(key, "started", 16);
			this.probe.end(key);
			assertThat(client.read().text()).startsWith("[{\"jsonrpc\":\"2.0\",\"result\":\"ended\",\"id\":0},")
				.endsWith(",\"id\":15}]");
		}
	}

	// sei-chain, jsonrpc-serializer, MetaMask

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "''", "null" })
	void takesNoFalsyIdForNotification(String id) {
		assertAnswer("{'jsonrpc':'2.0','method':'echo','params':[1],'id':" + id + "}",
				"{'jsonrpc':'2.0','result':[1],'id':" + id + "}");
	}

}
