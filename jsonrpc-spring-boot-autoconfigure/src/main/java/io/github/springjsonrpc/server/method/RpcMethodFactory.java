package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

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
		return methodsOf(new MethodsBean(AopUtils.getTargetClass(bean), bean.getClass(), () -> bean, null));
	}

	List<JsonRpcMethod> methodsOf(MethodsBean bean) {
		List<JsonRpcMethod> methods = new ArrayList<>();
		MethodsBean.annotatedMethods(bean.type())
			.forEach((method, annotation) -> methods
				.add(create(bean, new RpcJavaMethod(method, bean.type()), annotation)));
		return methods;
	}

	private JsonRpcMethod create(MethodsBean bean, RpcJavaMethod method, RpcMethod annotation) {
		checkExceptions(method);
		RpcService service = AnnotatedElementUtils.findMergedAnnotation(bean.type(), RpcService.class);
		String prefix = (service == null || service.prefix().isEmpty()) ? "" : service.prefix() + ".";
		String name = annotation.name().isEmpty() ? method.name() : annotation.name();
		ParameterPlan plan = new ParameterPlanner(method, this.resolvers).plan();
		ReturnType returnType = ReturnType.of(method);
		RpcArgumentValidator.Validation validation = validation(method, plan);
		MethodInvocation invocation = new BeanInvocation(method, bean.exposedType());
		return new DefaultJsonRpcMethod(prefix + name,
				(service != null) ? service.server() : JsonRpcServer.DEFAULT_NAME,
				new MethodDescription(annotation.description(), plan.describe(), returnType.type(),
						bean.describe(method)),
				isBlocking(annotation, returnType), resultMapper(annotation),
				(codec) -> new JavaMethodHandler(bean.instance(), new Arguments(plan, codec), validation, invocation));
	}

	// those that the method declares; of others only a failing call tells
	private static void checkExceptions(RpcJavaMethod method) {
		for (Class<?> type : method.getMethod().getExceptionTypes()) {
			AnnotatedError error = AnnotatedError.of(type);
			if (error != null && error.lacksData()) {
				throw new InvalidMethodException(
						"The exception " + type.getName() + " of the method " + method.describe() + " has no property '"
								+ error.annotation().data() + "', which its @RpcError names",
						"Correct the name, or add a getter.");
			}
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
