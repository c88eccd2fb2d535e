package io.github.springjsonrpc.client.proxy;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringValueResolver;

/**
 * Decides what the abstract methods of one interface call, and with what.
 */
final class MethodPlanner {

	private final StringValueResolver placeholders;

	private final String prefix;

	private final RpcClient.Params style;

	MethodPlanner(Class<?> type, StringValueResolver placeholders) {
		RpcClient client = AnnotatedElementUtils.findMergedAnnotation(type, RpcClient.class);
		RpcService service = AnnotatedElementUtils.findMergedAnnotation(type, RpcService.class);
		String prefix = (client != null) ? client.prefix() : "";
		if (prefix.isEmpty() && service != null) {
			prefix = service.prefix();
		}
		this.placeholders = placeholders;
		this.prefix = prefix.isEmpty() ? "" : prefix + ".";
		this.style = (client != null) ? client.params() : RpcClient.Params.BY_NAME;
	}

	RemoteMethod plan(ClientMethod method) {
		RpcMethod call = method.getMethodAnnotation(RpcMethod.class);
		RpcSubscription subscription = method.getMethodAnnotation(RpcSubscription.class);
		// one that is both on the server is an array only to callers without a connection
		return (subscription != null) ? subscription(method, subscription) : call(method, call);
	}

	private RemoteMethod call(ClientMethod method, @Nullable RpcMethod annotation) {
		String name = (annotation == null || annotation.name().isEmpty()) ? method.name() : annotation.name();
		ReturnPlanner result = new ReturnPlanner(method);
		return new RemoteMethod(new RequestTemplate(this.prefix + name, null, parts(method, null)),
				result.reply(annotation != null && annotation.notification()), DeclaredErrors.of(method),
				result.form());
	}

	private RemoteMethod subscription(ClientMethod method, RpcSubscription annotation) {
		SubscriptionCall names = SubscriptionCall.of(annotation, this.prefix, method);
		ReturnPlanner result = new ReturnPlanner(method);
		return new RemoteMethod(new RequestTemplate(names.subscribe(), names.kind(), parts(method, names.kind())),
				result.subscription(names.unsubscribe()), DeclaredErrors.of(method), result.form());
	}

	private List<RequestPart> parts(ClientMethod method, @Nullable String kind) {
		List<RequestPart> parts = new ArrayList<>();
		FixedTimeout timeout = FixedTimeout.of(method, this.placeholders);
		if (timeout != null) {
			parts.add(timeout);
		}
		List<MethodParameter> sent = new ArrayList<>();
		for (MethodParameter parameter : method.parameters()) {
			RequestPart part = notSent(method, parameter);
			if (part == null) {
				sent.add(parameter);
			}
			else if (part instanceof TimeoutArgument && parts.stream().anyMatch(TimeoutArgument.class::isInstance)) {
				throw new InvalidClientException("The method " + method.describe() + " has two timeouts",
						"Keep one of the parameters with @RpcTimeout.");
			}
			else {
				parts.add(part);
			}
		}
		parts.add(new ParamsPlanner(method, this.style, kind).plan(sent));
		return List.copyOf(parts);
	}

	private static @Nullable RequestPart notSent(ClientMethod method, MethodParameter parameter) {
		RequestPart timeout = TimeoutArgument.of(method, parameter);
		if (timeout != null) {
			return timeout;
		}
		RequestPart header = HeaderArgument.of(method, parameter);
		return (header != null) ? header : AttributeArgument.of(method, parameter);
	}

}
