package io.github.springjsonrpc.codec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A value with the type that is declared for it. It is written with the type ids that the
 * declared type asks for of what is inside, and with all that the classes have:
 * {@code ObjectWriter.forType} leaves out what the declared type does not have.
 *
 * @param type the declared type
 * @param value the value
 */
record JacksonDeclaredValue(JavaType type, Object value) {

	private JavaType writtenType(SerializationContext context) {
		if (this.type.isContainerType() || this.type.isReferenceType()) {
			return this.type;
		}
		return context.constructSpecializedType(this.type, this.value.getClass());
	}

	static final class Serializer extends StdSerializer<JacksonDeclaredValue> {

		Serializer() {
			super(JacksonDeclaredValue.class);
		}

		@Override
		public void serialize(JacksonDeclaredValue declared, JsonGenerator generator, SerializationContext context) {
			context.findTypedValueSerializer(declared.writtenType(context), true)
				.serialize(declared.value(), generator, context);
		}

		@Override
		public void serializeWithType(JacksonDeclaredValue declared, JsonGenerator generator,
				SerializationContext context, TypeSerializer types) {
			serialize(declared, generator, context);
		}

	}

}
