package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;

import io.github.springjsonrpc.annotation.RpcMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * An object that may have {@link RpcMethod} methods, and may not be there yet.
 *
 * @param type the class that declares the methods
 * @param exposedType the class of the object as far as it is known: {@code type} or that
 * of a proxy
 * @param instance gets the object
 * @param beanName its name, or {@code null} if it is no bean
 */
record MethodsBean(Class<?> type, Class<?> exposedType, Supplier<Object> instance, @Nullable String beanName) {

	MethodsBean {
		type = ClassUtils.getUserClass(type);
	}

	/**
	 * Find the annotated methods of a class.
	 */
	static Map<Method, RpcMethod> annotatedMethods(Class<?> type) {
		return MethodIntrospector.selectMethods(type,
				(MethodIntrospector.MetadataLookup<RpcMethod>) (method) -> AnnotatedElementUtils
					.findMergedAnnotation(method, RpcMethod.class));
	}

	/**
	 * Where one of its methods is declared, in words.
	 */
	String describe(RpcJavaMethod method) {
		return (this.beanName != null) ? method.describe() + " (bean '" + this.beanName + "')" : method.describe();
	}

}
