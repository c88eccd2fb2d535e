package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Has Jackson 3 write what came as JSON as it came, and results as declared.
 */
final class JacksonEncodedJsonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	JacksonEncodedJsonModule() {
		super("jsonrpc");
		addSerializer(new JsonValueSerializer());
		addSerializer(new JsonRpcParamsSerializer());
		addSerializer(new JacksonDeclaredValue.Serializer());
	}

	private static final class JsonValueSerializer extends StdSerializer<JsonValue> {

		JsonValueSerializer() {
			super(JsonValue.class);
		}

		@Override
		public void serialize(JsonValue value, JsonGenerator generator, SerializationContext context) {
			generator.writeRawValue(value.toString());
		}

		@Override
		public void serializeWithType(JsonValue value, JsonGenerator generator, SerializationContext context,
				TypeSerializer types) {
			serialize(value, generator, context);
		}

	}

	private static final class JsonRpcParamsSerializer extends StdSerializer<JsonRpcParams> {

		JsonRpcParamsSerializer() {
			super(JsonRpcParams.class);
		}

		@Override
		public void serialize(JsonRpcParams params, JsonGenerator generator, SerializationContext context) {
			generator.writePOJO(params.asValue());
		}

		@Override
		public void serializeWithType(JsonRpcParams params, JsonGenerator generator, SerializationContext context,
				TypeSerializer types) {
			serialize(params, generator, context);
		}

	}

}
