package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.JsonType;
import io.github.springjsonrpc.codec.ValueCursor;
import io.github.springjsonrpc.protocol.JsonStrings;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.method.BoundParameter.Absence;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Reads the values of one {@link BoundParameter}, with everything looked up that a call
 * would have to look up.
 */
final class ParameterReader {

	private final BoundParameter parameter;

	private final JsonType type;

	private final byte @Nullable [] defaultValue;

	ParameterReader(BoundParameter parameter, JsonRpcCodec codec) {
		if (parameter.form().isRest()) {
			throw new InvalidMethodException(parameter.origin() + " takes the rest but is not the last one",
					"Move it behind the other parameters that callers supply.");
		}
		this.parameter = parameter;
		this.type = type(parameter, parameter.type(), codec);
		this.defaultValue = (parameter.absence() instanceof Absence.DefaultValue value) ? encode(value.text()) : null;
	}

	static JsonType type(BoundParameter parameter, Type type, JsonRpcCodec codec) {
		try {
			return codec.values().type(type);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidMethodException(
					parameter.origin() + ", '" + parameter.name() + "', has a type that JSON can't be read as: "
							+ type.getTypeName(),
					"Choose a type that Jackson can read, or provide an RpcArgumentResolver bean that supplies it.",
					ex);
		}
	}

	// JSON, or else just the text of a string
	private byte[] encode(String text) {
		boolean string = ResolvableType.forType(this.parameter.type()).toClass() == String.class;
		for (String json : string ? List.of(JsonStrings.quote(text)) : List.of(text, JsonStrings.quote(text))) {
			byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
			try {
				this.type.read(bytes, 0, bytes.length);
				return bytes;
			}
			catch (JsonDecodingException ex) {
				// the next form may fit
			}
		}
		throw new InvalidMethodException(
				this.parameter.origin() + ", '" + this.parameter.name() + "', has the default value '" + text
						+ "', which does not fit its type " + this.parameter.type().getTypeName(),
				"Correct the default value.");
	}

	String name() {
		return this.parameter.name();
	}

	boolean isRequired() {
		return this.parameter.isRequired();
	}

	/**
	 * Read one value.
	 * @throws JsonDecodingException if it does not fit
	 */
	@Nullable Object read(ValueCursor source) {
		Object value = source.read(this.type);
		if (value == null && !this.parameter.nullable()) {
			throw new JsonDecodingException("", "must not be null");
		}
		return this.parameter.present(value);
	}

	/**
	 * Return the argument for a call without the parameter.
	 */
	@Nullable Object absent() {
		return (this.defaultValue != null)
				? this.parameter.present(this.type.read(this.defaultValue, 0, this.defaultValue.length))
				: this.parameter.absent();
	}

}
