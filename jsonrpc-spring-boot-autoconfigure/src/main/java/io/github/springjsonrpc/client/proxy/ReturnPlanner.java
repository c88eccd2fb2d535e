package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;

import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Decides what one method wants of the server, and how it returns it.
 */
final class ReturnPlanner {

	private final ClientMethod method;

	private final ResolvableType type;

	private final @Nullable ReactiveAdapter adapter;

	ReturnPlanner(ClientMethod method) {
		this.method = method;
		this.type = ResolvableType.forType(method.resultType());
		this.adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(this.type.toClass());
		check();
	}

	private void check() {
		if (mentionsOwnVariable(this.method.getMethod().getGenericReturnType())) {
			throw refused("returns a type that is not known before it is called",
					"Let a type parameter of the interface stand for it, not one of the method.");
		}
		if (this.adapter != null && this.method.isSuspending()) {
			throw refused("suspends and returns a reactive type", "Do one of the two.");
		}
		if (this.adapter == null && Future.class.isAssignableFrom(this.type.toClass())) {
			throw refused("returns a Future, which has to be waited for", "Return a CompletableFuture.");
		}
	}

	private InvalidClientException refused(String problem, String remedy) {
		return new InvalidClientException("The method " + this.method.describe() + " " + problem, remedy);
	}

	private static boolean mentionsOwnVariable(Type type) {
		if (type instanceof TypeVariable<?> variable) {
			return variable.getGenericDeclaration() instanceof Method;
		}
		return type instanceof ParameterizedType parameterized
				&& Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(ReturnPlanner::mentionsOwnVariable);
	}

	Reply reply(boolean notification) {
		ResolvableType carried = carried();
		if (notification) {
			if (!isNothing(carried)) {
				throw refused("is a notification, which has no result, but returns something",
						"Let it return nothing: void, Mono<Void> or CompletableFuture<Void>.");
			}
			return Reply.NONE;
		}
		if (isNothing(carried)) {
			return Reply.END;
		}
		if (this.adapter != null && this.adapter.isMultiValue()) {
			return Reply.elements(carried);
		}
		return (carried.toClass() == JsonRpcResponse.class) ? Reply.RESPONSE : Reply.result(carried.getType());
	}

	/**
	 * Plan what to ask for to subscribe.
	 * @param unsubscribe the method that ends the subscription
	 */
	Reply subscription(String unsubscribe) {
		if (this.adapter == null || !this.adapter.isMultiValue()) {
			throw refused("subscribes, but does not return many values", "Return a Flux or a Kotlin Flow.");
		}
		return Reply.items(carried().getType(), unsubscribe);
	}

	// what a reactive type, a future or an Optional carries
	private ResolvableType carried() {
		if (this.adapter != null) {
			return this.adapter.isNoValue() ? ResolvableType.forClass(Void.class) : generic();
		}
		if (isOptional()) {
			return generic();
		}
		return this.type.toClass().isPrimitive()
				? ResolvableType.forClass(ClassUtils.resolvePrimitiveIfNecessary(this.type.toClass())) : this.type;
	}

	private ResolvableType generic() {
		ResolvableType carried = this.type.getGeneric(0);
		return (carried != ResolvableType.NONE) ? carried : ResolvableType.forClass(Object.class);
	}

	ReturnForm form() {
		if (this.adapter != null) {
			return ReturnForm.reactive(this.adapter);
		}
		boolean nullable = isNothing(this.type)
				|| Nullness.forMethodParameter(this.method.getReturnType()) != Nullness.NON_NULL;
		return this.method.isSuspending() ? new SuspendingForm(this.method, isNothing(this.type), nullable)
				: new BlockingForm(this.method, isOptional(), nullable);
	}

	private boolean isOptional() {
		return this.type.toClass() == Optional.class;
	}

	private boolean isNothing(ResolvableType type) {
		Class<?> raw = type.toClass();
		return raw == void.class || raw == Void.class || (this.method.isKotlin() && KotlinFunction.isUnit(raw));
	}

}
