package io.github.springjsonrpc.codec;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JacksonStdImpl;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import org.jspecify.annotations.Nullable;

/**
 * Makes Jackson 2 as strict as no setting of it does. Deserializers of the application's
 * own stay as they are.
 */
final class Jackson2StrictScalars extends BeanDeserializerModifier {

	private static final long serialVersionUID = 1L;

	private final NumberRange range;

	Jackson2StrictScalars(NumberRange range) {
		this.range = range;
	}

	@Override
	public JsonDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription bean,
			JsonDeserializer<?> deserializer) {
		return strict(deserializer);
	}

	@Override
	public JsonDeserializer<?> modifyArrayDeserializer(DeserializationConfig config, ArrayType type,
			BeanDescription bean, JsonDeserializer<?> deserializer) {
		return strict(deserializer);
	}

	private JsonDeserializer<?> strict(JsonDeserializer<?> deserializer) {
		// what the description of the type says is the same for int and Integer
		Class<?> type = deserializer.handledType();
		if (type == null || !deserializer.getClass().getName().startsWith("com.fasterxml.jackson.")) {
			return deserializer;
		}
		Class<?> number = StrictScalars.number(type);
		return (type.isPrimitive() || number != null)
				? new StrictDeserializer(deserializer, this.range, type.isPrimitive(), number) : deserializer;
	}

	/**
	 * Watches a deserializer of Jackson's own.
	 */
	@JacksonStdImpl
	private static final class StrictDeserializer extends DelegatingDeserializer {

		private static final long serialVersionUID = 1L;

		private final NumberRange range;

		private final boolean required;

		private final @Nullable Class<?> number;

		StrictDeserializer(JsonDeserializer<?> deserializer, NumberRange range, boolean required,
				@Nullable Class<?> number) {
			super(deserializer);
			this.range = range;
			this.required = required;
			this.number = number;
		}

		@Override
		protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
			return new StrictDeserializer(deserializer, this.range, this.required, this.number);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
			return super.deserialize(strict(parser), context);
		}

		@Override
		public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
				throws IOException {
			return super.deserializeWithType(strict(parser), context, types);
		}

		private JsonParser strict(JsonParser parser) {
			return (this.number != null) ? new Jackson2StrictParser(parser, this.range, this.number) : parser;
		}

		@Override
		public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
			if (this.required) {
				throw new AbsentException(context.getParser());
			}
			return super.getAbsentValue(context);
		}

	}

	/**
	 * A value that can't be null is not there.
	 */
	static final class AbsentException extends MismatchedInputException {

		private static final long serialVersionUID = 1L;

		AbsentException(JsonParser parser) {
			super(parser, "absent");
		}

	}

}
