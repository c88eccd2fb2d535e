package io.github.springjsonrpc.client.proxy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.ClassUtils;

/**
 * A method as seen from the interface that a client is made of: types may be variables
 * that only this interface resolves.
 */
final class ClientMethod extends AnnotatedMethod {

	private static final boolean COROUTINES_PRESENT = KotlinDetector.isKotlinReflectPresent()
			&& ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt", ClientMethod.class.getClassLoader());

	private final Class<?> type;

	/**
	 * Create a method.
	 * @throws InvalidClientException if it suspends and what that needs is not there
	 */
	ClientMethod(Method method, Class<?> type) {
		super(method);
		this.type = type;
		for (MethodParameter parameter : getMethodParameters()) {
			parameter.initParameterNameDiscovery(DefaultParameterNameDiscoverer.getSharedInstance());
		}
		if (isSuspending() && !COROUTINES_PRESENT) {
			throw new InvalidClientException("The suspending function " + describe() + " can't be called",
					"Add kotlin-reflect and kotlinx-coroutines-reactor to the class path.");
		}
	}

	/**
	 * Find an annotation of a parameter, also one that stands on another annotation.
	 */
	static <A extends Annotation> @Nullable A annotation(MethodParameter parameter, Class<A> type) {
		return AnnotatedElementUtils
			.getMergedAnnotation(AnnotatedElementUtils.forAnnotations(parameter.getParameterAnnotations()), type);
	}

	@Override
	public Class<?> getContainingClass() {
		return this.type;
	}

	/**
	 * Return the name of the method in its source.
	 */
	String name() {
		return isKotlin() ? KotlinFunction.nameOf(getMethod()) : getMethod().getName();
	}

	boolean isKotlin() {
		return KotlinDetector.isKotlinReflectPresent() && KotlinDetector.isKotlinType(getMethod().getDeclaringClass());
	}

	boolean isSuspending() {
		return KotlinDetector.isSuspendingFunction(getMethod());
	}

	/**
	 * Return the parameters that a caller gives: all but the continuation of a coroutine.
	 */
	List<MethodParameter> parameters() {
		List<MethodParameter> parameters = Arrays.asList(getMethodParameters());
		return isSuspending() ? parameters.subList(0, parameters.size() - 1) : parameters;
	}

	boolean isVarArgs(MethodParameter parameter) {
		return getMethod().isVarArgs() && parameter.getParameterIndex() == getMethod().getParameterCount() - 1;
	}

	/**
	 * Return the type that the method returns, of a coroutine what it returns in the end.
	 */
	Type resultType() {
		return GenericTypeResolver.resolveType(getReturnType().getGenericParameterType(), this.type);
	}

	/**
	 * Return the name of a parameter.
	 * @param given the name that an annotation gives it, empty if there is none
	 * @throws InvalidClientException if it has no name
	 */
	String nameOf(MethodParameter parameter, String given) {
		String name = given.isEmpty() ? parameter.getParameterName() : given;
		if (name == null) {
			throw new InvalidClientException(
					describe(parameter) + " has no name, as its interface was compiled without the '-parameters' flag",
					"Compile with '-parameters', as the Maven parent and the Gradle plugin of Spring Boot do, "
							+ "or name the parameter with @RpcParam.");
		}
		return name;
	}

	/**
	 * Return whether a proxy can't tell one method from the other.
	 */
	boolean hasSameSignature(ClientMethod other) {
		return getMethod().getName().equals(other.getMethod().getName())
				&& Arrays.equals(getMethod().getParameterTypes(), other.getMethod().getParameterTypes());
	}

	/**
	 * Where the method is declared, in words.
	 */
	String describe() {
		StringBuilder text = new StringBuilder(this.type.getName()).append('#').append(getMethod().getName());
		String separator = "(";
		for (Class<?> type : getMethod().getParameterTypes()) {
			text.append(separator).append(type.getSimpleName());
			separator = ", ";
		}
		return text.append(separator.equals("(") ? "()" : ")").toString();
	}

	/**
	 * Which parameter this is, in words.
	 */
	String describe(MethodParameter parameter) {
		return "Parameter " + (parameter.getParameterIndex() + 1) + " of the method " + describe();
	}

}
