package io.github.springjsonrpc.sample.users;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Replaces {@code {"__type__": "user", "uuid": …}} among the params by the user.
 */
@Component
class TypeConversionMiddleware implements RpcMiddleware {

	private final Users users;

	TypeConversionMiddleware(Users users) {
		this.users = users;
	}

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		JsonValue params = request.params().encoded();
		if (params == null || !params.toString().contains("__type__")) {
			return chain.next(request);
		}
		return convert(request.params().kind(), params)
			.flatMap((converted) -> chain.next(request.withParams(converted)));
	}

	private Mono<JsonRpcParams> convert(JsonRpcParams.Kind kind, JsonValue params) {
		return (kind == JsonRpcParams.Kind.POSITIONAL)
				? Flux.fromIterable(params.elements())
					.concatMap(this::convert)
					.collectList()
					.map(JsonRpcParams::positional)
				: Flux.fromIterable(params.members().entrySet())
					.concatMap((member) -> convert(member.getValue()).map((value) -> Map.entry(member.getKey(), value)))
					.collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new)
					.map(JsonRpcParams::named);
	}

	// a value that stays JSON is decoded later, to the type of its parameter
	private Mono<Object> convert(JsonValue value) {
		JsonValue type = value.members().get("__type__");
		if (type == null) {
			return Mono.just(value);
		}
		if (!"user".equals(type.decode(String.class))) {
			return Mono.error(InvalidParamsException.of("__type__", "is not known"));
		}
		return this.users.findByUuid(value.decode(UserReference.class).uuid()).cast(Object.class);
	}

	record UserReference(UUID uuid) {

	}

}
