package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.lang.reflect.Type;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedMethod;

/**
 * A method as seen from the class of its bean: annotations may stand on an interface, and
 * types may be variables that only the class resolves.
 */
final class RpcJavaMethod extends AnnotatedMethod {

	private final Class<?> beanType;

	RpcJavaMethod(Method method, Class<?> beanType) {
		super(method);
		this.beanType = beanType;
		for (MethodParameter parameter : getMethodParameters()) {
			parameter.initParameterNameDiscovery(DefaultParameterNameDiscoverer.getSharedInstance());
		}
	}

	@Override
	public Class<?> getContainingClass() {
		return this.beanType;
	}

	Type resolve(Type type) {
		return GenericTypeResolver.resolveType(type, this.beanType);
	}

	/**
	 * Where the method is declared, in words.
	 */
	String describe() {
		StringBuilder text = new StringBuilder(this.beanType.getName()).append('#').append(getMethod().getName());
		String separator = "(";
		for (Class<?> type : getMethod().getParameterTypes()) {
			text.append(separator).append(type.getSimpleName());
			separator = ", ";
		}
		return text.append(separator.equals("(") ? "()" : ")").toString();
	}

}
