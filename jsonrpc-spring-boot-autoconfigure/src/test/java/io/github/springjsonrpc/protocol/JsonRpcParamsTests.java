package io.github.springjsonrpc.protocol;

import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link JsonRpcParams}.
 */
class JsonRpcParamsTests {

	@Test
	void noneHasNeitherListNorMap() {
		JsonRpcParams none = JsonRpcParams.none();
		assertThat(none.kind()).isEqualTo(JsonRpcParams.Kind.NONE);
		assertThat(none.asList()).isEmpty();
		assertThat(none.asMap()).isEmpty();
		assertThat(none.asValue()).isNull();
	}

	@Test
	void copiesListWithItsNulls() {
		List<Object> values = new ArrayList<>(Arrays.asList(1, null));
		JsonRpcParams params = JsonRpcParams.positional(values);
		values.clear();
		assertThat(params.kind()).isEqualTo(JsonRpcParams.Kind.POSITIONAL);
		assertThat(params.asList()).containsExactly(1, null);
		assertThat(params.asMap()).isEmpty();
		assertThat(params.asValue()).isEqualTo(Arrays.asList(1, null));
	}

	@Test
	void copiesMapWithItsNullsAndOrder() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("z", null);
		values.put("a", 1);
		JsonRpcParams params = JsonRpcParams.named(values);
		values.clear();
		assertThat(params.kind()).isEqualTo(JsonRpcParams.Kind.NAMED);
		assertThat(params.asMap()).containsOnlyKeys("z", "a").containsEntry("z", null);
		assertThat(params.asMap().keySet()).containsExactly("z", "a");
		assertThat(params.asList()).isEmpty();
	}

	@Test
	void emptyParamsAreNotNone() {
		assertThat(JsonRpcParams.positional().kind()).isEqualTo(JsonRpcParams.Kind.POSITIONAL);
		assertThat(JsonRpcParams.named(Map.of()).kind()).isEqualTo(JsonRpcParams.Kind.NAMED);
		assertThat(JsonRpcParams.positional().asValue()).isEqualTo(List.of());
	}

	@Test
	void canNotBeChanged() {
		assertUnmodifiable(JsonRpcParams.positional(1));
		assertUnmodifiable(JsonRpcParams.named(Map.of("a", 1)));
		assertUnmodifiable(JsonRpcParams.none());
		assertUnmodifiable(JsonRpcParams.encoded(JsonRpcParams.Kind.POSITIONAL, new CountingJson()));
		assertUnmodifiable(JsonRpcParams.encoded(JsonRpcParams.Kind.NAMED, new CountingJson()));
	}

	private static void assertUnmodifiable(JsonRpcParams params) {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> params.asList().add(2));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> params.asMap().put("b", 2));
	}

	@Test
	void decodesWhenAskedAndThenOnlyOnce() {
		CountingJson json = new CountingJson();
		JsonRpcParams params = JsonRpcParams.encoded(JsonRpcParams.Kind.NAMED, json);
		assertThat(params.encoded()).isSameAs(json);
		assertThat(params.asValue()).isSameAs(json);
		assertThat(params).hasToString("{\"a\": 1}");
		assertThat(params.asList()).isEmpty();
		assertThat(json.decoded).isZero();
		assertThat(params.asMap()).isEqualTo(Map.of("a", 1));
		assertThat(params.asMap()).isEqualTo(Map.of("a", 1));
		assertThat(json.decoded).isOne();
		assertThat(params.asValue()).isSameAs(json);
	}

	@Test
	void showsItsValues() {
		assertThat(JsonRpcParams.positional(1, "a")).hasToString("[1, a]");
		assertThat(JsonRpcParams.none()).hasToString("null");
	}

	/**
	 * JSON that counts how often it is decoded.
	 */
	private static final class CountingJson implements JsonValue {

		private int decoded;

		@Override
		public Object decode(Type type) {
			this.decoded++;
			return (type == List.class) ? new ArrayList<>(List.of(1)) : new LinkedHashMap<>(Map.of("a", 1));
		}

		@Override
		public List<JsonValue> elements() {
			return List.of();
		}

		@Override
		public Map<String, JsonValue> members() {
			return Map.of();
		}

		@Override
		public void writeTo(OutputStream out) {
			throw new UnsupportedOperationException();
		}

		@Override
		public String toString() {
			return "{\"a\": 1}";
		}

	}

}
