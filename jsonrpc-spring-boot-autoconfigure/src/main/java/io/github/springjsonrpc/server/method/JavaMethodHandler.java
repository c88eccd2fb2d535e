package io.github.springjsonrpc.server.method;

import java.util.function.Supplier;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Handles the calls of a Java method: arguments, validation, invocation.
 */
final class JavaMethodHandler implements JsonRpcMethod.Handler {

	private final Supplier<Object> bean;

	private final Arguments arguments;

	private final RpcArgumentValidator.@Nullable Validation validation;

	private final MethodInvocation invocation;

	JavaMethodHandler(Supplier<Object> bean, Arguments arguments, RpcArgumentValidator.@Nullable Validation validation,
			MethodInvocation invocation) {
		this.bean = bean;
		this.arguments = arguments;
		this.validation = validation;
		this.invocation = invocation;
	}

	@Override
	public @Nullable Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
		return this.arguments.prepare(request);
	}

	@Override
	public @Nullable Object handle(JsonRpcRequest request) throws Throwable {
		@Nullable Object[] arguments = this.arguments.resolve(request);
		Object bean = this.bean.get();
		if (this.validation != null) {
			this.validation.validate(bean, this.invocation.toJavaArguments(arguments));
		}
		return this.invocation.invoke(bean, arguments);
	}

}
