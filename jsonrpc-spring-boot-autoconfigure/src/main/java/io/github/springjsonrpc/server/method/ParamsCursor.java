package io.github.springjsonrpc.server.method;

import java.util.Iterator;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonCursor;
import io.github.springjsonrpc.codec.JsonType;
import io.github.springjsonrpc.codec.ValueCursor;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Walks over params, whether they came as JSON or a middleware made them.
 */
final class ParamsCursor {

	private ParamsCursor() {
	}

	static ValueCursor over(JsonRpcParams params) {
		JsonValue encoded = params.encoded();
		if (encoded != null) {
			return JsonCursor.over(encoded);
		}
		return (params.kind() == JsonRpcParams.Kind.NAMED) ? new Named(params.asMap().entrySet().iterator())
				: new Positional(params.asList().iterator());
	}

	/**
	 * Java values by position.
	 */
	private record Positional(Iterator<@Nullable Object> values) implements ValueCursor {

		@Override
		public boolean next() {
			return this.values.hasNext();
		}

		@Override
		public String name() {
			throw new IllegalStateException("Params by position have no names");
		}

		@Override
		public @Nullable Object read(JsonType type) {
			return type.convert(this.values.next());
		}

	}

	/**
	 * Java values by name.
	 */
	private static final class Named implements ValueCursor {

		private final Iterator<Map.Entry<String, @Nullable Object>> values;

		private Map.@Nullable Entry<String, @Nullable Object> current;

		Named(Iterator<Map.Entry<String, @Nullable Object>> values) {
			this.values = values;
		}

		@Override
		public boolean next() {
			this.current = this.values.hasNext() ? this.values.next() : null;
			return this.current != null;
		}

		@Override
		public String name() {
			return current().getKey();
		}

		@Override
		public @Nullable Object read(JsonType type) {
			return type.convert(current().getValue());
		}

		private Map.Entry<String, @Nullable Object> current() {
			if (this.current == null) {
				throw new IllegalStateException("Not at a value");
			}
			return this.current;
		}

	}

}
