package io.github.springjsonrpc.codec;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * A value with the type that is declared for it. It is written with the type ids that the
 * declared type asks for of what is inside, and with all that the classes have:
 * {@code ObjectWriter.forType} leaves out what the declared type does not have.
 *
 * @param type the declared type
 * @param value the value
 */
record Jackson2DeclaredValue(JavaType type, Object value) {

	private JavaType writtenType(SerializerProvider context) throws JsonMappingException {
		if (this.type.isContainerType() || this.type.isReferenceType()) {
			return this.type;
		}
		return context.constructSpecializedType(this.type, this.value.getClass());
	}

	static final class Serializer extends StdSerializer<Jackson2DeclaredValue> {

		private static final long serialVersionUID = 1L;

		Serializer() {
			super(Jackson2DeclaredValue.class);
		}

		@Override
		public void serialize(Jackson2DeclaredValue declared, JsonGenerator generator, SerializerProvider context)
				throws IOException {
			context.findTypedValueSerializer(declared.writtenType(context), true, null)
				.serialize(declared.value(), generator, context);
		}

		@Override
		public void serializeWithType(Jackson2DeclaredValue declared, JsonGenerator generator,
				SerializerProvider context, TypeSerializer types) throws IOException {
			serialize(declared, generator, context);
		}

	}

}
