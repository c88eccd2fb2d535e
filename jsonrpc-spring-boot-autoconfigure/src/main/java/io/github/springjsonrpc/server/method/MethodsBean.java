package io.github.springjsonrpc.server.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcSubscription;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * An object that may have {@link RpcMethod} and {@link RpcSubscription} methods, and may
 * not be there yet.
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
	 * Return whether there is anything to find in a class.
	 */
	static boolean hasMethods(Class<?> type) {
		return !annotatedMethods(type, RpcMethod.class).isEmpty()
				|| !annotatedMethods(type, RpcSubscription.class).isEmpty();
	}

	/**
	 * Find the annotated methods of a class.
	 */
	static <A extends Annotation> Map<Method, A> annotatedMethods(Class<?> type, Class<A> annotation) {
		return MethodIntrospector.selectMethods(type,
				(MethodIntrospector.MetadataLookup<A>) (method) -> AnnotatedElementUtils.findMergedAnnotation(method,
						annotation));
	}

	/**
	 * Where one of its methods is declared, in words.
	 */
	String describe(RpcJavaMethod method) {
		return (this.beanName != null) ? method.describe() + " (bean '" + this.beanName + "')" : method.describe();
	}

}
