package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Makes JSON-RPC methods of the {@link RpcMethod} methods of objects. Beans are found
 * without being asked for; use this for objects that are none.
 *
 * <pre class="code">
 * server.methods().addAll(factory.methodsOf(new Users()));
 * </pre>
 *
 * Thread-safe.
 */
public final class RpcMethodFactory {

	private final List<RpcArgumentResolver> resolvers;

	private final @Nullable RpcArgumentValidator validator;

	private final Function<Class<?>, ?> beans;

	private final RpcMethod.Execution execution;

	/**
	 * Create a factory.
	 * @param resolvers know the parameters that are injected, in order
	 * @param validator validates arguments, or {@code null} to validate none
	 * @param beans gets the bean of a class, for {@link RpcMethod#resultMapper()}
	 * @param execution where methods run that do not say it
	 */
	public RpcMethodFactory(List<RpcArgumentResolver> resolvers, @Nullable RpcArgumentValidator validator,
			Function<Class<?>, ?> beans, RpcMethod.Execution execution) {
		this.resolvers = List.copyOf(resolvers);
		this.validator = validator;
		this.beans = beans;
		this.execution = execution;
	}

	/**
	 * Make JSON-RPC methods of an object's annotated methods.
	 * @param bean the object
	 * @return the methods, empty if none is annotated
	 * @throws InvalidMethodException if one of them can't be called
	 */
	public List<JsonRpcMethod> methodsOf(Object bean) {
		return methodsOf(AopUtils.getTargetClass(bean), bean.getClass(), () -> bean);
	}

	/**
	 * Make JSON-RPC methods of a bean that may not be there yet.
	 * @param type the class that declares the methods
	 * @param proxyType the class of the bean: {@code type} or that of a proxy
	 * @param bean gets the bean
	 * @return the methods, empty if none is annotated
	 * @throws InvalidMethodException if one of them can't be called
	 */
	List<JsonRpcMethod> methodsOf(Class<?> type, Class<?> proxyType, Supplier<Object> bean) {
		Class<?> userType = ClassUtils.getUserClass(type);
		Map<Method, RpcMethod> annotated = MethodIntrospector.selectMethods(userType,
				(MethodIntrospector.MetadataLookup<RpcMethod>) (method) -> AnnotatedElementUtils
					.findMergedAnnotation(method, RpcMethod.class));
		List<JsonRpcMethod> methods = new ArrayList<>();
		annotated.forEach((method, annotation) -> methods
			.add(create(new RpcJavaMethod(method, userType), annotation, proxyType, bean)));
		return methods;
	}

	private JsonRpcMethod create(RpcJavaMethod method, RpcMethod annotation, Class<?> proxyType,
			Supplier<Object> bean) {
		if (Modifier.isPrivate(method.getMethod().getModifiers())) {
			throw new InvalidMethodException("The method " + method.describe() + " is private",
					"Give it another visibility: a proxy of the bean could not pass the call on.");
		}
		RpcService service = AnnotatedElementUtils.findMergedAnnotation(method.getContainingClass(), RpcService.class);
		String prefix = (service == null || service.prefix().isEmpty()) ? "" : service.prefix() + ".";
		String name = annotation.name().isEmpty() ? method.getMethod().getName() : annotation.name();
		ParameterPlan plan = new ParameterPlanner(method, this.resolvers).plan();
		ReturnType returnType = ReturnType.of(method);
		return new AnnotatedRpcMethod(prefix + name, (service != null) ? service.server() : JsonRpcServer.DEFAULT_NAME,
				new MethodDescription(annotation.description(), plan.describe(), returnType.type(), method.describe()),
				isBlocking(annotation, returnType), resultMapper(annotation), plan, bean, validation(method, plan),
				MethodInvocation.of(invocable(method, proxyType)));
	}

	private static Method invocable(RpcJavaMethod method, Class<?> proxyType) {
		try {
			return AopUtils.selectInvocableMethod(method.getMethod(), proxyType);
		}
		catch (IllegalStateException ex) {
			throw new InvalidMethodException("The method " + method.describe() + " is hidden by a proxy of its bean",
					"Declare it in an interface of the bean, or let the bean be proxied by its class.", ex);
		}
	}

	private boolean isBlocking(RpcMethod annotation, ReturnType returnType) {
		RpcMethod.Execution execution = (annotation.execution() != RpcMethod.Execution.AUTO) ? annotation.execution()
				: this.execution;
		return (execution != RpcMethod.Execution.AUTO) ? execution == RpcMethod.Execution.WORKER
				: !returnType.reactive();
	}

	@SuppressWarnings("unchecked")
	private @Nullable Function<Object, ? extends @Nullable Object> resultMapper(RpcMethod annotation) {
		return (annotation.resultMapper() == Function.class) ? null
				: (Function<Object, ? extends @Nullable Object>) this.beans.apply(annotation.resultMapper());
	}

	private RpcArgumentValidator.@Nullable Validation validation(RpcJavaMethod method, ParameterPlan plan) {
		return (this.validator != null)
				? this.validator.prepare(method.getContainingClass(), method.getMethod(), plan.names()) : null;
	}

}
