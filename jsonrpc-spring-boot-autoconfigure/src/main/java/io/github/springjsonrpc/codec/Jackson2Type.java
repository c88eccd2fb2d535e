package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.util.List;

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

	Jackson2Type(JavaType type, ObjectReader reader, JsonValueMapper mapper) {
		super(type.getRawClass(), type.hasGenericTypes(), mapper);
		this.reader = reader;
	}

	@Override
	public @Nullable Object read(byte[] json, int offset, int length) {
		try {
			return this.reader.readValue(json, offset, length);
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

	private static String message(Throwable ex) {
		if (ex instanceof PropertyBindingException) {
			return JsonExpectation.KNOWN_MEMBER;
		}
		if (ex instanceof InvalidTypeIdException) {
			return JsonExpectation.KNOWN_TYPE;
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
