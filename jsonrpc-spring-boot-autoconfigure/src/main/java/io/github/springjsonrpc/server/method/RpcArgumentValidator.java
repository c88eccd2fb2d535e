package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Validates the arguments of Java methods before they are invoked.
 */
@FunctionalInterface
public interface RpcArgumentValidator {

	/**
	 * Prepare the validation of a method, when it is registered.
	 * @param beanType the class of the bean
	 * @param method the method
	 * @param names the names that callers know the parameters by, in the order of the
	 * Java parameters
	 * @return what validates, or {@code null} if there is nothing to validate
	 */
	@Nullable Validation prepare(Class<?> beanType, Method method, List<String> names);

	/**
	 * Validates the arguments of one method. Thread-safe.
	 */
	@FunctionalInterface
	interface Validation {

		/**
		 * Validate arguments.
		 * @param bean the bean
		 * @param arguments the arguments in the order of the Java parameters
		 * @throws io.github.springjsonrpc.protocol.InvalidParamsException if they are not
		 * valid
		 */
		void validate(Object bean, @Nullable Object[] arguments);

	}

}
