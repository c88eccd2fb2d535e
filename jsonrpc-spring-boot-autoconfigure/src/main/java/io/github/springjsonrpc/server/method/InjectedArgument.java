package io.github.springjsonrpc.server.method;

import java.util.Optional;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.ThreadLocals;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;

/**
 * The argument of a parameter that no caller can supply.
 */
final class InjectedArgument {

	private final RpcArgument source;

	// holds a value that was waited for
	private final String attribute;

	private final boolean optional;

	private final boolean nullable;

	private final @Nullable Object absent;

	private final String description;

	InjectedArgument(RpcArgument source, RpcJavaMethod method, MethodParameter parameter) {
		this.source = source;
		this.attribute = "jsonrpc.argument." + parameter.getParameterIndex();
		this.optional = parameter.getParameterType() == Optional.class;
		this.nullable = parameter.isOptional();
		this.absent = method.hasDefault(parameter) ? MethodInvocation.OMITTED : null;
		this.description = method.describe(parameter);
	}

	boolean isDeferred() {
		return this.source.isDeferred();
	}

	/**
	 * Wait for a deferred value.
	 * @return the request with the value as an attribute
	 */
	Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
		return Mono.deferContextual((context) -> value(request, ThreadLocals.capture(context)))
			.map((value) -> request.withAttribute(this.attribute, value))
			.defaultIfEmpty(request);
	}

	private Mono<?> value(JsonRpcRequest request, ThreadLocals threadLocals) {
		ThreadLocals.Scope scope = threadLocals.set();
		try {
			return (this.source.get(request) instanceof Mono<?> value) ? value : Mono.empty();
		}
		finally {
			scope.close();
		}
	}

	@Nullable Object get(JsonRpcRequest request) {
		Object value = isDeferred() ? request.attribute(this.attribute) : this.source.get(request);
		if (this.optional) {
			return Optional.ofNullable(value);
		}
		if (value == null && !this.nullable) {
			throw new IllegalStateException(this.description + " has no value in this call, as " + this.source.absence()
					+ "; an Optional or @Nullable parameter can do without");
		}
		return (value != null) ? value : this.absent;
	}

}
