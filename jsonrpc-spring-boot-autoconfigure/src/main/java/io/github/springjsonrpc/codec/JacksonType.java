package io.github.springjsonrpc.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/**
 * Reads a type with Jackson 3.
 */
final class JacksonType extends PreparedType {

	private final ObjectReader reader;

	private final @Nullable NumberRange range;

	/**
	 * Create a type.
	 * @param type the type
	 * @param reader what reads it
	 * @param range which numbers are accepted, or {@code null} for all
	 * @param mapper what writes the values to convert
	 */
	JacksonType(JavaType type, ObjectReader reader, @Nullable NumberRange range, JsonValueMapper mapper) {
		super(type.getRawClass(), type.hasGenericTypes(), mapper);
		this.reader = reader;
		this.range = range;
	}

	@Override
	public @Nullable Object read(byte[] json, int offset, int length) {
		try {
			return this.range != null && this.range.isSuspicious(json, offset, length)
					? readStrictly(this.range, json, offset, length) : this.reader.readValue(json, offset, length);
		}
		catch (InvalidDefinitionException ex) {
			throw unreadable(ex);
		}
		catch (JacksonException ex) {
			throw new JsonDecodingException(path(ex), message(ex), ex);
		}
		catch (RuntimeException ex) {
			// of a deserializer; inside of objects Jackson wraps it
			throw new JsonDecodingException("", JsonExpectation.UNKNOWN, ex);
		}
	}

	private @Nullable Object readStrictly(NumberRange range, byte[] json, int offset, int length) {
		try (JsonParser parser = new JacksonStrictParser(this.reader.createParser(json, offset, length), range, null)) {
			return this.reader.readValue(parser);
		}
	}

	private static String message(JacksonException ex) {
		if (ex instanceof PropertyBindingException) {
			return JsonExpectation.KNOWN_MEMBER;
		}
		if (ex instanceof InvalidTypeIdException) {
			return JsonExpectation.KNOWN_TYPE;
		}
		if (ex instanceof JacksonStrictScalars.AbsentException) {
			return JsonExpectation.PRESENT;
		}
		if (ex instanceof JacksonStrictParser.OutOfRangeException) {
			return JsonExpectation.IN_RANGE;
		}
		if (ex instanceof MismatchedInputException mismatch) {
			return JsonExpectation.of(mismatch.getTargetType(), container(mismatch));
		}
		return (ex instanceof InputCoercionException coercion) ? JsonExpectation.of(coercion.getTargetType())
				: JsonExpectation.UNKNOWN;
	}

	private static @Nullable Object container(MismatchedInputException ex) {
		int steps = ex.getPath().size();
		return (steps > 0) ? ex.getPath().get(steps - 1).from() : null;
	}

	private static String path(JacksonException ex) {
		JsonPath path = new JsonPath();
		ex.getPath().forEach((step) -> path.append(step.getPropertyName(), step.getIndex()));
		return path.toString();
	}

}
