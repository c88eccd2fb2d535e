package io.github.springjsonrpc.server.method;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.server.InvalidMethodException;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * What a Java method returns in the end.
 *
 * @param type the type of the result; of a reactive type or future what it carries, of
 * several values a list
 * @param reactive whether the method returns before the result is there
 */
record ReturnType(Type type, boolean reactive) {

	/**
	 * Find out what a method returns.
	 * @throws InvalidMethodException if nobody could wait for it
	 */
	static ReturnType of(RpcJavaMethod method) {
		ResolvableType type = ResolvableType.forType(method.resolve(method.getReturnType().getGenericParameterType()));
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type.toClass());
		if (adapter == null) {
			if (Future.class.isAssignableFrom(type.toClass())) {
				throw new InvalidMethodException(
						"The method " + method.describe() + " returns a Future, which has to be waited for",
						"Return a CompletableFuture.");
			}
			return new ReturnType(type.getType(), method.isSuspending());
		}
		ResolvableType carried = adapter.isNoValue() ? ResolvableType.forClass(Void.class) : carried(type);
		return new ReturnType(adapter.isMultiValue()
				? ResolvableType.forClassWithGenerics(List.class, carried).getType() : carried.getType(), true);
	}

	/**
	 * Check that it makes a result.
	 * @throws InvalidMethodException if it does not
	 */
	void check(RpcJavaMethod method) {
		if (isPending(this.type)) {
			throw new InvalidMethodException(
					"The method " + method.describe() + " has a result that holds what is not there yet: "
							+ this.type.getTypeName(),
					"Only what a method itself returns is waited for. Compose the inner one into it, with flatMap for example.");
		}
		if (JsonRpcMessage.class.isAssignableFrom(ResolvableType.forType(this.type).toClass())) {
			throw new InvalidMethodException(
					"The method " + method.describe() + " returns a message, which is no result: "
							+ this.type.getTypeName(),
					"Return the result alone, or throw a JsonRpcException. A middleware answers with responses.");
		}
	}

	private static boolean isPending(Type type) {
		if (type instanceof ParameterizedType generic
				&& Stream.of(generic.getActualTypeArguments()).anyMatch(ReturnType::isPending)) {
			return true;
		}
		Class<?> raw = ResolvableType.forType(type).toClass();
		return Future.class.isAssignableFrom(raw)
				|| ReactiveAdapterRegistry.getSharedInstance().getAdapter(raw) != null;
	}

	private static ResolvableType carried(ResolvableType type) {
		ResolvableType carried = type.getGeneric(0);
		return (carried != ResolvableType.NONE) ? carried : ResolvableType.forClass(Object.class);
	}

}
