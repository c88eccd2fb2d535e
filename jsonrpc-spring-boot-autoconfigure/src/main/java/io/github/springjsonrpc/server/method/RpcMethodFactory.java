package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;

/**
 * Makes JSON-RPC methods of the {@link RpcMethod} and {@link RpcSubscription} methods of
 * objects. Beans are found without being asked for; use this for objects that are none.
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
		return methodsOf(
				new MethodsBean(AnnotatedMethods.of(AopUtils.getTargetClass(bean)), bean.getClass(), () -> bean, null));
	}

	List<JsonRpcMethod> methodsOf(MethodsBean bean) {
		AnnotatedMethods.Service service = bean.methods().service();
		List<JsonRpcMethod> methods = new ArrayList<>();
		bean.methods().annotations().forEach((javaMethod, annotations) -> {
			PlannedMethod planned = plan(bean, service, javaMethod);
			if (annotations.method() != null) {
				methods.add(create(planned, annotations.method()));
			}
			if (annotations.subscription() != null) {
				methods.addAll(SubscriptionMethods.of(planned, annotations.subscription()));
			}
		});
		return methods;
	}

	private PlannedMethod plan(MethodsBean bean, AnnotatedMethods.Service service, Method javaMethod) {
		RpcJavaMethod method = new RpcJavaMethod(javaMethod, bean.type());
		checkExceptions(method);
		ParameterPlan plan = new ParameterPlanner(method, this.resolvers).plan();
		RpcArgumentValidator.Validation validation = validation(method, plan);
		MethodInvocation invocation = new BeanInvocation(method, bean.exposedType());
		return new PlannedMethod(method, service.prefix(), service.server(), bean.describe(method), plan,
				(codec) -> new JavaMethodHandler(bean.instance(), new Arguments(plan, codec), validation, invocation));
	}

	private JsonRpcMethod create(PlannedMethod planned, RpcMethod annotation) {
		String name = annotation.name().isEmpty() ? planned.method().name() : annotation.name();
		ReturnType returnType = ReturnType.of(planned.method());
		Function<Object, ? extends @Nullable Object> resultMapper = resultMapper(annotation);
		if (resultMapper == null) {
			returnType.check(planned.method());
		}
		return new DefaultJsonRpcMethod(planned.service().isEmpty() ? name : planned.service() + "." + name,
				planned.server(), new MethodDescription(annotation.description(), planned.plan().describe(),
						returnType.type(), planned.owner()),
				isBlocking(annotation, returnType), resultMapper, planned.handlers());
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
