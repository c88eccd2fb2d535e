package io.github.springjsonrpc.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JacksonStdImpl;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.ArrayType;

/**
 * Makes Jackson 3 as strict as no setting of it does. Deserializers of the application's
 * own stay as they are.
 */
final class JacksonStrictScalars extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	private final NumberRange range;

	JacksonStrictScalars(NumberRange range) {
		this.range = range;
	}

	@Override
	public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
			ValueDeserializer<?> deserializer) {
		return strict(deserializer);
	}

	@Override
	public ValueDeserializer<?> modifyArrayDeserializer(DeserializationConfig config, ArrayType type,
			BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
		return strict(deserializer);
	}

	private ValueDeserializer<?> strict(ValueDeserializer<?> deserializer) {
		// what the description of the type says is the same for int and Integer
		Class<?> type = deserializer.handledType();
		if (type == null || !deserializer.getClass().getName().startsWith("tools.jackson.databind.")) {
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

		private final NumberRange range;

		private final boolean required;

		private final @Nullable Class<?> number;

		StrictDeserializer(ValueDeserializer<?> deserializer, NumberRange range, boolean required,
				@Nullable Class<?> number) {
			super(deserializer);
			this.range = range;
			this.required = required;
			this.number = number;
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
			return new StrictDeserializer(deserializer, this.range, this.required, this.number);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			return super.deserialize(strict(parser), context);
		}

		@Override
		public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types) {
			return super.deserializeWithType(strict(parser), context, types);
		}

		private JsonParser strict(JsonParser parser) {
			return (this.number != null) ? new JacksonStrictParser(parser, this.range, this.number) : parser;
		}

		@Override
		public Object getAbsentValue(DeserializationContext context) {
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
