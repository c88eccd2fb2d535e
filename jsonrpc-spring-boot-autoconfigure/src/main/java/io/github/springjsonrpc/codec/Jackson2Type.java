package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a type with Jackson 2.
 */
final class Jackson2Type extends PreparedType {

	private final ObjectReader reader;

	private final @Nullable NumberRange range;

	/**
	 * Create a type.
	 * @param type the type
	 * @param reader what reads it
	 * @param range which numbers are accepted, or {@code null} for all
	 * @param mapper what writes the values to convert
	 */
	Jackson2Type(JavaType type, ObjectReader reader, @Nullable NumberRange range, JsonValueMapper mapper) {
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
		catch (IOException ex) {
			throw new JsonDecodingException(path(ex), message(ex), ex);
		}
		catch (RuntimeException ex) {
			// of a deserializer; inside of objects Jackson wraps it
			throw new JsonDecodingException("", JsonExpectation.UNKNOWN, ex);
		}
	}

	private @Nullable Object readStrictly(NumberRange range, byte[] json, int offset, int length) throws IOException {
		try (JsonParser parser = new Jackson2StrictParser(this.reader.createParser(json, offset, length), range,
				null)) {
			return this.reader.readValue(parser);
		}
	}

	private static String message(Throwable ex) {
		if (ex instanceof PropertyBindingException) {
			return JsonExpectation.KNOWN_MEMBER;
		}
		if (ex instanceof InvalidTypeIdException) {
			return JsonExpectation.KNOWN_TYPE;
		}
		if (ex instanceof Jackson2StrictScalars.AbsentException) {
			return JsonExpectation.PRESENT;
		}
		if (ex instanceof Jackson2StrictParser.OutOfRangeException) {
			return JsonExpectation.IN_RANGE;
		}
		if (ex instanceof MismatchedInputException mismatch) {
			return JsonExpectation.of(mismatch.getTargetType(), container(mismatch));
		}
		if (ex instanceof InputCoercionException coercion) {
			return JsonExpectation.of(coercion.getTargetType());
		}
		// inside of objects Jackson wraps an InputCoercionException, which has no path
		return (ex.getCause() instanceof InputCoercionException coercion) ? message(coercion) : JsonExpectation.UNKNOWN;
	}

	private static @Nullable Object container(MismatchedInputException ex) {
		int steps = ex.getPath().size();
		return (steps > 0) ? ex.getPath().get(steps - 1).getFrom() : null;
	}

	private static String path(IOException ex) {
		JsonPath path = new JsonPath();
		List<JsonMappingException.Reference> steps = (ex instanceof JsonMappingException mapping) ? mapping.getPath()
				: List.of();
		steps.forEach((step) -> path.append(step.getFieldName(), step.getIndex()));
		return path.toString();
	}

}
