package io.github.springjsonrpc.server.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * What the annotations of a class say: its {@link RpcMethod} and {@link RpcSubscription}
 * methods, and its {@link RpcService}.
 *
 * @param type the class that declares the methods
 * @param annotations those of each method that has any
 */
record AnnotatedMethods(Class<?> type, Map<Method, Annotations> annotations) {

	/**
	 * Find the annotated methods of a class.
	 */
	static AnnotatedMethods of(Class<?> type) {
		Class<?> userClass = ClassUtils.getUserClass(type);
		return new AnnotatedMethods(userClass, mayHaveAny(userClass)
				? MethodIntrospector.selectMethods(userClass, Annotations::of) : Collections.emptyMap());
	}

	// takes no time beside the search for annotations, which most beans are spared by it
	private static boolean mayHaveAny(Class<?> type) {
		if (declaresAny(type)) {
			return true;
		}
		for (Class<?> contract : type.getInterfaces()) {
			if (mayHaveAny(contract)) {
				return true;
			}
		}
		Class<?> superclass = type.getSuperclass();
		return superclass != null && superclass != Object.class && mayHaveAny(superclass);
	}

	private static boolean declaresAny(Class<?> type) {
		for (Method method : type.getDeclaredMethods()) {
			for (Annotation annotation : method.getDeclaredAnnotations()) {
				if (!annotation.annotationType().getName().startsWith("java.")) {
					return true;
				}
			}
		}
		return false;
	}

	boolean isEmpty() {
		return this.annotations.isEmpty();
	}

	/**
	 * Return the service that the methods belong to.
	 */
	Service service() {
		RpcService annotation = AnnotatedElementUtils.findMergedAnnotation(this.type, RpcService.class);
		return (annotation != null) ? new Service(annotation.prefix(), annotation.server())
				: new Service("", JsonRpcServer.DEFAULT_NAME);
	}

	/**
	 * The annotations of one method, also those that stand on other annotations or on the
	 * method that it overrides.
	 *
	 * @param method makes it a method
	 * @param subscription makes it a subscription
	 */
	record Annotations(@Nullable RpcMethod method, @Nullable RpcSubscription subscription) {

		static @Nullable Annotations of(Method javaMethod) {
			RpcMethod method = AnnotatedElementUtils.findMergedAnnotation(javaMethod, RpcMethod.class);
			RpcSubscription subscription = AnnotatedElementUtils.findMergedAnnotation(javaMethod,
					RpcSubscription.class);
			return (method != null || subscription != null) ? new Annotations(method, subscription) : null;
		}

	}

	/**
	 * A group of methods.
	 *
	 * @param prefix what their names begin with, without a dot, empty for nothing
	 * @param server the name of the server that offers them
	 */
	record Service(String prefix, String server) {

	}

}
