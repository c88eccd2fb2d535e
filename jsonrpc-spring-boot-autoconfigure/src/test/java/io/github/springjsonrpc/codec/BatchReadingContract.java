package io.github.springjsonrpc.codec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonStrings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How batches are read.
 */
abstract class BatchReadingContract extends CodecContract {

	private static final String REQUEST = "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}";

	BatchReadingContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void readsEntriesInOrder() {
		List<? extends JsonRpcMessage> entries = decodeBatch("""
				[ {"jsonrpc":"2.0","method":"a","id":1}, {"jsonrpc":"2.0","method":"b"},
				{"jsonrpc":"2.0","result":2,"id":3},1, {"foo":"boo","id":"x"}\t]""");
		assertThat(entries).hasSize(5);
		assertThat(entries.get(0)).hasToString("request 1 a");
		assertThat(entries.get(1)).hasToString("notification b");
		assertThat(entries.get(2)).isInstanceOf(JsonRpcResponse.class);
		assertThat(entries.get(3)).isInstanceOf(InvalidMessage.class);
		assertThat(invalid(entries.get(4)).id()).isEqualTo(JsonRpcId.of("x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'a\\\\b','a\\b'", "'a\\b','a\\\\b'", "'add','\\u0061dd','add'", "'a','ab','a'",
			"'\u00e9','\u00e9','\u00c3\u00a9'" })
	void readsEachMethodAsItIs(String methods) {
		String json = methods.replace('\'', '"');
		List<String> names = List.of(json.split(","));
		List<? extends JsonRpcMessage> entries = decodeBatch(names.stream()
			.map((name) -> "{\"jsonrpc\":\"2.0\",\"method\":" + name + "}")
			.collect(Collectors.joining(",", "[", "]")));
		assertThat(entries).extracting((entry) -> ((JsonRpcRequest) entry).method())
			.isEqualTo(names.stream().map(JsonStrings::unquote).toList());
	}

	@Test
	void readsBatchOfOne() {
		assertThat(decodeBatch("[" + REQUEST + "]")).hasSize(1);
	}

	@Test
	void readsEachEntryAfresh() {
		List<? extends JsonRpcMessage> entries = decodeBatch("""
				[{"jsonrpc":"2.0","method":"a","params":[1],"id":1,"id":2},{"method":"b","id":3},
				{"jsonrpc":"2.0","method":"c"}]""");
		assertThat(invalid(entries.get(0)).id()).isEqualTo(JsonRpcId.NULL);
		assertThat(invalid(entries.get(1)).id()).isEqualTo(JsonRpcId.of(3));
		assertThat(invalid(entries.get(1)).reason()).isEqualTo("the member \"jsonrpc\" is not \"2.0\"");
		JsonRpcRequest last = (JsonRpcRequest) entries.get(2);
		assertThat(last.isNotification()).isTrue();
		assertThat(last.params()).isSameAs(JsonRpcParams.none());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", " [ \r\n] " })
	void rejectsEmptyBatchAsOneMessage(String json) {
		InvalidMessage message = decodeInvalid(json);
		assertThat(message.error()).isEqualTo(JsonRpcErrorCode.INVALID_REQUEST.error());
		assertThat(message.id()).isEqualTo(JsonRpcId.NULL);
		assertThat(message.reason()).isEqualTo("an empty batch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "\"a\"", "null", "true", "[]", "[[]]", "[" + REQUEST + "]", "{}" })
	void rejectsEntryThatIsNoMessageByItself(String entry) {
		List<? extends JsonRpcMessage> entries = decodeBatch("[" + REQUEST + "," + entry + "," + REQUEST + "]");
		assertThat(entries).hasSize(3);
		assertThat(entries.get(0)).isInstanceOf(JsonRpcRequest.class);
		assertThat(invalid(entries.get(1)).error()).isEqualTo(JsonRpcErrorCode.INVALID_REQUEST.error());
		assertThat(invalid(entries.get(1)).id()).isEqualTo(JsonRpcId.NULL);
		assertThat(entries.get(2)).isInstanceOf(JsonRpcRequest.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[" + REQUEST, "[" + REQUEST + ",", "[" + REQUEST + ",]", "[," + REQUEST + "]",
			"[" + REQUEST + REQUEST + "]", "[" + REQUEST + ",{\"jsonrpc\": \"2.0\", \"method\"]", "[" + REQUEST + "}",
			"[1,2,x]" })
	void rejectsBatchThatIsNotJsonAsOneMessage(String json) {
		assertParseError(utf8(json));
	}

	@Test
	void takesAsManyEntriesAsTheLimitAllows() {
		String full = String.join(",", Collections.nCopies(MAX_BATCH_SIZE, REQUEST));
		assertThat(decodeBatch("[" + full + "]")).hasSize(MAX_BATCH_SIZE);
	}

	@Test
	void rejectsBatchLargerThanLimit() {
		String full = String.join(",", Collections.nCopies(MAX_BATCH_SIZE, REQUEST));
		InvalidMessage message = decodeInvalid("[" + full + ",1]");
		assertThat(message.id()).isEqualTo(JsonRpcId.NULL);
		assertThat(message.reason()).isEqualTo("a batch of more than 10 entries");
		assertThat(message.error()).isEqualTo(
				JsonRpcErrorCode.INVALID_REQUEST.error().withData(Map.of("reason", "a batch of more than 10 entries")));
	}

	@Test
	void readsNoFurtherThanTheLimit() {
		String full = String.join(",", Collections.nCopies(MAX_BATCH_SIZE, REQUEST));
		assertThat(decodeInvalid("[" + full + ",x").reason()).isEqualTo("a batch of more than 10 entries");
	}

	@Test
	void rejectsEveryBatchIfNoneIsWanted() {
		assertThat(invalid(this.codec.decode(utf8("[1]"), 0)).reason()).isEqualTo("a batch of more than 0 entries");
		assertThat(this.codec.decode(utf8(REQUEST), 0)).isInstanceOf(JsonRpcRequest.class);
	}

	private List<? extends JsonRpcMessage> decodeBatch(String json) {
		JsonRpcMessage message = decode(json);
		assertThat(message).isInstanceOf(JsonRpcBatch.class);
		return ((JsonRpcBatch) message).messages();
	}

}
