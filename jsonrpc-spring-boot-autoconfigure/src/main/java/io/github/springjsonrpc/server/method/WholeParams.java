package io.github.springjsonrpc.server.method;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.github.springjsonrpc.codec.JsonCursor;
import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.JsonType;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcParams.Kind;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Reads the whole params as one object.
 */
final class WholeParams {

	private final BoundParameter parameter;

	private final JsonType type;

	// what a call without params is taken for
	private final byte[] none;

	WholeParams(BoundParameter parameter, JsonRpcCodec codec) {
		this.parameter = parameter;
		this.type = ParameterReader.type(parameter, parameter.type(), codec);
		Class<?> raw = ResolvableType.forType(parameter.type()).toClass();
		boolean array = raw.isArray() || Collection.class.isAssignableFrom(raw);
		this.none = (array ? "[]" : "{}").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Read the params.
	 * @throws InvalidParamsException if they do not fit
	 */
	@Nullable Object read(JsonRpcParams params) {
		if (params.kind() == Kind.NONE && !this.parameter.isRequired()) {
			return this.parameter.absent();
		}
		try {
			return this.parameter.present(decode(params));
		}
		catch (JsonDecodingException ex) {
			throw InvalidParamsException.of(ex.path().isEmpty() ? "params" : ex.path(),
					String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable Object decode(JsonRpcParams params) {
		if (params.kind() == Kind.NONE) {
			return this.type.read(this.none, 0, this.none.length);
		}
		JsonValue encoded = params.encoded();
		if (encoded != null) {
			if (params.kind() == Kind.NAMED) {
				checkNames(JsonCursor.over(encoded));
			}
			return this.type.convert(encoded);
		}
		return this.type.convert((params.kind() == Kind.NAMED) ? params.asMap() : params.asList());
	}

	private static void checkNames(JsonCursor params) {
		Set<String> names = new HashSet<>();
		while (params.next()) {
			if (!names.add(params.name())) {
				throw new JsonDecodingException(params.name(), "is given twice");
			}
		}
	}

}
