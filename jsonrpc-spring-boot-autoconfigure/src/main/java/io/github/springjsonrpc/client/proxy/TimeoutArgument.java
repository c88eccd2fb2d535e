package io.github.springjsonrpc.client.proxy;

import java.time.Duration;

import io.github.springjsonrpc.annotation.RpcTimeout;
import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * An argument that says how long to wait.
 *
 * @param index its place
 */
record TimeoutArgument(int index) implements RequestPart {

	static @Nullable RequestPart of(ClientMethod method, MethodParameter parameter) {
		RpcTimeout annotation = ClientMethod.annotation(parameter, RpcTimeout.class);
		if (annotation == null) {
			return null;
		}
		if (parameter.getParameterType() != Duration.class || !annotation.value().isEmpty()) {
			throw new InvalidClientException(method.describe(parameter) + " does not say how long to wait",
					"Make the parameter with @RpcTimeout a Duration, and leave the value of the annotation out.");
		}
		return new TimeoutArgument(parameter.getParameterIndex());
	}

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		return (arguments[this.index] instanceof Duration timeout) ? spec.timeout(timeout) : spec;
	}

}
