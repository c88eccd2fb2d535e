package io.github.springjsonrpc.codec;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonValue;

/**
 * Has Jackson 2 write what came as JSON as it came, and results as declared.
 */
final class Jackson2EncodedJsonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	Jackson2EncodedJsonModule() {
		super("jsonrpc");
		addSerializer(new JsonValueSerializer());
		addSerializer(new JsonRpcParamsSerializer());
		addSerializer(new Jackson2DeclaredValue.Serializer());
	}

	private static final class JsonValueSerializer extends StdSerializer<JsonValue> {

		private static final long serialVersionUID = 1L;

		JsonValueSerializer() {
			super(JsonValue.class);
		}

		@Override
		public void serialize(JsonValue value, JsonGenerator generator, SerializerProvider context) throws IOException {
			generator.writeRawValue(value.toString());
		}

		@Override
		public void serializeWithType(JsonValue value, JsonGenerator generator, SerializerProvider context,
				TypeSerializer types) throws IOException {
			serialize(value, generator, context);
		}

	}

	private static final class JsonRpcParamsSerializer extends StdSerializer<JsonRpcParams> {

		private static final long serialVersionUID = 1L;

		JsonRpcParamsSerializer() {
			super(JsonRpcParams.class);
		}

		@Override
		public void serialize(JsonRpcParams params, JsonGenerator generator, SerializerProvider context)
				throws IOException {
			context.defaultSerializeValue(params.asValue(), generator);
		}

		@Override
		public void serializeWithType(JsonRpcParams params, JsonGenerator generator, SerializerProvider context,
				TypeSerializer types) throws IOException {
			serialize(params, generator, context);
		}

	}

}
