package io.github.springjsonrpc.server.method;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.JsonType;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Reads the whole params as one object.
 */
final class WholeParams {

	private final BoundParameter parameter;

	private final JsonType type;

	private final byte[] empty;

	WholeParams(BoundParameter parameter, JsonRpcCodec codec) {
		this.parameter = parameter;
		this.type = ParameterReader.type(parameter, parameter.type(), codec);
		Class<?> raw = ResolvableType.forType(parameter.type()).toClass();
		boolean array = raw.isArray() || Collection.class.isAssignableFrom(raw);
		this.empty = (array ? "[]" : "{}").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Read the params.
	 * @throws InvalidParamsException if they do not fit
	 */
	@Nullable Object read(JsonRpcParams params) {
		boolean optional = this.parameter.form() == BoundParameter.Form.OPTIONAL;
		if (params.kind() == JsonRpcParams.Kind.NONE && !this.parameter.required()) {
			return optional ? Optional.empty() : null;
		}
		try {
			Object value = decode(params);
			return optional ? Optional.ofNullable(value) : value;
		}
		catch (JsonDecodingException ex) {
			throw InvalidParamsException.of(ex.path().isEmpty() ? "params" : ex.path(),
					String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable Object decode(JsonRpcParams params) {
		JsonValue encoded = params.encoded();
		if (encoded != null) {
			return this.type.read(encoded);
		}
		return switch (params.kind()) {
			case POSITIONAL -> this.type.convert(params.asList());
			case NAMED -> this.type.convert(params.asMap());
			case NONE -> this.type.read(this.empty, 0, this.empty.length);
		};
	}

}
