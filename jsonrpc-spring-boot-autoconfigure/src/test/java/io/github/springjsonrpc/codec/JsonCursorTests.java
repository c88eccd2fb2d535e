package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of {@link JsonCursor}.
 */
class JsonCursorTests {

	private final JsonRpcCodec codec = new JsonRpcCodec(new JacksonValueMapper(JsonMapper.builder().build(), true));

	@Test
	void readsElementsEachAsItsType() {
		JsonCursor cursor = cursor("[ 1 ,\"a\",[2,[]] , null]");
		assertThat(cursor.next()).isTrue();
		assertThat(cursor.read(type(Integer.class))).isEqualTo(1);
		assertThat(cursor.next()).isTrue();
		assertThat(cursor.read(type(String.class))).isEqualTo("a");
		assertThat(cursor.next()).isTrue();
		assertThat(cursor.value()).hasToString("[2,[]]");
		assertThat(cursor.read(type(List.class))).isEqualTo(List.of(2, List.of()));
		assertThat(cursor.next()).isTrue();
		assertThat(cursor.read(type(String.class))).isNull();
		assertThat(cursor.next()).isFalse();
	}

	@Test
	void readsMembersWithTheirNames() {
		JsonCursor cursor = cursor("{ \"a\":1, \"b\\u0063\\n\" : {\"x\":2} ,\"\":3}");
		List<Object> seen = new ArrayList<>();
		while (cursor.next()) {
			seen.add(cursor.name());
			seen.add(cursor.value().toString());
		}
		assertThat(seen).containsExactly("a", "1", "bc\n", "{\"x\":2}", "", "3");
	}

	@Test
	void skipsWhatIsNotRead() {
		JsonCursor cursor = cursor("[[[1,2],{\"a\":[]}],7]");
		assertThat(cursor.next()).isTrue();
		assertThat(cursor.next()).isTrue();
		assertThat(cursor.read(type(int.class))).isEqualTo(7);
		assertThat(cursor.next()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{}", "[ ]", "{\n}" })
	void findsNothingInEmptyValue(String json) {
		assertThat(cursor(json).next()).isFalse();
	}

	@Test
	void refusesElementOfAnotherType() {
		JsonCursor cursor = cursor("[{\"zip\":5}]");
		cursor.next();
		assertThatExceptionOfType(JsonDecodingException.class)
			.isThrownBy(() -> cursor.read(type(TestTypes.Address.class)))
			.satisfies((ex) -> assertThat(ex.pathWithin("address")).isEqualTo("address.zip"))
			.satisfies((ex) -> assertThat(ex.getStackTrace()).isEmpty());
	}

	@Test
	void refusesScalarsAndValuesOfAnotherOrigin() {
		JsonValue scalar = this.codec.toJson(5);
		assertThatIllegalArgumentException().isThrownBy(() -> JsonCursor.over(scalar));
		JsonRpcRequest request = (JsonRpcRequest) this.codec
			.decode("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]}".getBytes(StandardCharsets.UTF_8), 1);
		assertThat(JsonCursor.over(request.params().encoded()).next()).isTrue();
	}

	@Test
	void joinsPaths() {
		assertThat(new JsonDecodingException("", "m").pathWithin("a")).isEqualTo("a");
		assertThat(new JsonDecodingException("b", "m").pathWithin("a")).isEqualTo("a.b");
		assertThat(new JsonDecodingException("[0].b", "m").pathWithin("a")).isEqualTo("a[0].b");
	}

	private JsonType type(Class<?> type) {
		return this.codec.values().type(type);
	}

	private JsonCursor cursor(String json) {
		byte[] text = ("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":" + json + "}")
			.getBytes(StandardCharsets.UTF_8);
		return JsonCursor.over(((JsonRpcRequest) this.codec.decode(text, 1)).params().encoded());
	}

}
