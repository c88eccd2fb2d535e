package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.JsonType;
import io.github.springjsonrpc.protocol.JsonStrings;
import io.github.springjsonrpc.server.InvalidMethodException;
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
		this.parameter = parameter;
		this.type = type(parameter, parameter.type(), codec);
		this.defaultValue = (parameter.defaultValue() != null) ? encode(parameter.defaultValue()) : null;
	}

	static JsonType type(BoundParameter parameter, Type type, JsonRpcCodec codec) {
		try {
			return codec.values().type(type);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidMethodException(
					"The parameter '" + parameter.name() + "' has a type that JSON can't be read as: "
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
				"The default value '" + text + "' of the parameter '" + this.parameter.name()
						+ "' does not fit its type " + this.parameter.type().getTypeName(),
				"Correct the default value.");
	}

	String name() {
		return this.parameter.name();
	}

	boolean isRequired() {
		return this.parameter.required();
	}

	/**
	 * Read one value.
	 * @throws JsonDecodingException if it does not fit
	 */
	@Nullable Object read(ParamsSource source) {
		Object value = source.read(this.type);
		if (value == null && !this.parameter.nullable()) {
			throw new JsonDecodingException("", "must not be null");
		}
		return wrap(value);
	}

	/**
	 * Return the argument for a call without the parameter.
	 */
	@Nullable Object absent() {
		if (this.defaultValue != null) {
			return wrap(this.type.read(this.defaultValue, 0, this.defaultValue.length));
		}
		return wrap(null);
	}

	private @Nullable Object wrap(@Nullable Object value) {
		return (this.parameter.form() == BoundParameter.Form.OPTIONAL) ? Optional.ofNullable(value) : value;
	}

}
