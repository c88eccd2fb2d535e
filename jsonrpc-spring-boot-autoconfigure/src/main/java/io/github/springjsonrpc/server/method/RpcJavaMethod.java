package io.github.springjsonrpc.server.method;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

import io.github.springjsonrpc.server.InvalidMethodException;

import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.util.ClassUtils;

/**
 * A method as seen from the class of its bean: annotations may stand on an interface, and
 * types may be variables that only the class resolves.
 */
final class RpcJavaMethod extends AnnotatedMethod {

	private static final boolean COROUTINES_PRESENT = KotlinDetector.isKotlinReflectPresent()
			&& ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt", RpcJavaMethod.class.getClassLoader());

	private final Class<?> beanType;

	/**
	 * Create a method.
	 * @throws InvalidMethodException if a method like this can't be called
	 */
	RpcJavaMethod(Method method, Class<?> beanType) {
		super(BridgeMethodResolver.findBridgedMethod(method));
		this.beanType = beanType;
		for (MethodParameter parameter : getMethodParameters()) {
			parameter.initParameterNameDiscovery(DefaultParameterNameDiscoverer.getSharedInstance());
		}
		check();
	}

	private void check() {
		if (Modifier.isPrivate(getMethod().getModifiers())) {
			throw new InvalidMethodException("The method " + describe() + " is private",
					"Give it another visibility: a proxy of the bean could not pass the call on.");
		}
		if (isSuspending() && !COROUTINES_PRESENT) {
			throw new InvalidMethodException("The suspending function " + describe() + " can't be called",
					"Add kotlin-reflect and kotlinx-coroutines-reactor to the class path.");
		}
	}

	/**
	 * Return whether Kotlin reflection knows a method.
	 */
	static boolean isKotlin(Executable method) {
		return KotlinDetector.isKotlinReflectPresent() && KotlinDetector.isKotlinType(method.getDeclaringClass());
	}

	@Override
	public Class<?> getContainingClass() {
		return this.beanType;
	}

	String name() {
		return isKotlin(getMethod()) ? KotlinInvocation.nameOf(getMethod()) : getMethod().getName();
	}

	boolean isSuspending() {
		return KotlinDetector.isSuspendingFunction(getMethod());
	}

	/**
	 * Return the parameters that somebody has to supply: all but the continuation of a
	 * coroutine.
	 */
	List<MethodParameter> parameters() {
		List<MethodParameter> parameters = Arrays.asList(getMethodParameters());
		return isSuspending() ? parameters.subList(0, parameters.size() - 1) : parameters;
	}

	/**
	 * Return whether the method itself knows what to do without a parameter.
	 */
	boolean hasDefault(MethodParameter parameter) {
		return isKotlin(getMethod()) && KotlinInvocation.hasDefault(getMethod(), parameter.getParameterIndex());
	}

	boolean isVarArgs(MethodParameter parameter) {
		return getMethod().isVarArgs() && parameter.getParameterIndex() == getMethod().getParameterCount() - 1;
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

	/**
	 * Which parameter this is, in words.
	 */
	String describe(MethodParameter parameter) {
		return "Parameter " + (parameter.getParameterIndex() + 1) + " of the method " + describe();
	}

}
