package io.github.springjsonrpc.server.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonValue;
import io.github.springjsonrpc.protocol.MethodNotFoundException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Hands a call to the kind that its first parameter, or the one with the name
 * {@code kind}, chooses. The others are for that.
 */
final class KindsHandler implements JsonRpcMethod.Handler {

	private final Map<String, JsonRpcMethod.Handler> kinds;

	private final JsonRpcCodec codec;

	KindsHandler(Map<String, JsonRpcMethod.Handler> kinds, JsonRpcCodec codec) {
		this.kinds = kinds;
		this.codec = codec;
	}

	@Override
	public @Nullable Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
		SubscribeHandler.connection(request);
		return kind(request.params()).prepare(request);
	}

	@Override
	public @Nullable Object handle(JsonRpcRequest request) throws Throwable {
		JsonRpcMethod.Handler kind = kind(request.params());
		return kind.handle(request.withParams(rest(request.params())));
	}

	private JsonRpcMethod.Handler kind(JsonRpcParams params) {
		JsonRpcMethod.Handler kind = this.kinds.get(name(params));
		if (kind == null) {
			throw new MethodNotFoundException(Map.of("reason", "There is no subscription of this kind"));
		}
		return kind;
	}

	private static String name(JsonRpcParams params) {
		Object kind = switch (params.kind()) {
			case POSITIONAL -> first(values(params));
			case NAMED -> members(params).get(SubscribeMethod.KIND);
			case NONE -> null;
		};
		if (kind == null) {
			throw InvalidParamsException.of(SubscribeMethod.KIND, "is required");
		}
		if (kind instanceof JsonValue json && json.toString().startsWith("\"")) {
			kind = json.decode(String.class);
		}
		if (kind instanceof String name) {
			return name;
		}
		throw InvalidParamsException.of(SubscribeMethod.KIND, "must be a string");
	}

	private static @Nullable Object first(List<? extends @Nullable Object> values) {
		return values.isEmpty() ? null : values.get(0);
	}

	private static List<? extends @Nullable Object> values(JsonRpcParams params) {
		JsonValue encoded = params.encoded();
		return (encoded != null) ? encoded.elements() : params.asList();
	}

	private static Map<String, ? extends @Nullable Object> members(JsonRpcParams params) {
		JsonValue encoded = params.encoded();
		return (encoded != null) ? encoded.members() : params.asMap();
	}

	private JsonRpcParams rest(JsonRpcParams params) {
		if (params.kind() == JsonRpcParams.Kind.POSITIONAL) {
			List<? extends @Nullable Object> rest = values(params).subList(1, values(params).size());
			return (params.encoded() != null) ? JsonRpcParams.encoded(params.kind(), this.codec.toJson(rest))
					: JsonRpcParams.positional(rest);
		}
		Map<String, @Nullable Object> rest = new LinkedHashMap<>(members(params));
		rest.remove(SubscribeMethod.KIND);
		return (params.encoded() != null) ? JsonRpcParams.encoded(params.kind(), this.codec.toJson(rest))
				: JsonRpcParams.named(rest);
	}

}
