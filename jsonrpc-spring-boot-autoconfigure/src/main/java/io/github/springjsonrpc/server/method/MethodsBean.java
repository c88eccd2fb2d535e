package io.github.springjsonrpc.server.method;

import java.util.function.Supplier;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcSubscription;
import org.jspecify.annotations.Nullable;

/**
 * An object that may have {@link RpcMethod} and {@link RpcSubscription} methods, and may
 * not be there yet.
 *
 * @param methods the methods of the class that declares them
 * @param exposedType the class of the object as far as it is known: the one that declares
 * the methods or that of a proxy
 * @param instance gets the object
 * @param beanName its name, or {@code null} if it is no bean
 */
record MethodsBean(AnnotatedMethods methods, Class<?> exposedType, Supplier<Object> instance,
		@Nullable String beanName) {

	/**
	 * Return the class that declares the methods.
	 */
	Class<?> type() {
		return this.methods.type();
	}

	/**
	 * Where one of its methods is declared, in words.
	 */
	String describe(RpcJavaMethod method) {
		return (this.beanName != null) ? method.describe() + " (bean '" + this.beanName + "')" : method.describe();
	}

}
