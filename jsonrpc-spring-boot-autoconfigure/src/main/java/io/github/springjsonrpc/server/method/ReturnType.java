package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;
import java.util.List;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
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

	static ReturnType of(RpcJavaMethod method) {
		MethodParameter returned = method.getReturnType();
		ResolvableType type = ResolvableType.forType(method.resolve(returned.getGenericParameterType()));
		boolean suspending = KotlinDetector.isSuspendingFunction(method.getMethod());
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type.toClass());
		if (adapter == null) {
			return new ReturnType(type.getType(), suspending);
		}
		ResolvableType carried = adapter.isNoValue() ? ResolvableType.forClass(Void.class) : carried(type);
		return new ReturnType(adapter.isMultiValue()
				? ResolvableType.forClassWithGenerics(List.class, carried).getType() : carried.getType(), true);
	}

	private static ResolvableType carried(ResolvableType type) {
		ResolvableType carried = type.getGeneric(0);
		return (carried != ResolvableType.NONE) ? carried : ResolvableType.forClass(Object.class);
	}

}
