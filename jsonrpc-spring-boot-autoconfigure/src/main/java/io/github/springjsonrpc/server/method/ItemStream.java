package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;

import io.github.springjsonrpc.server.InvalidMethodException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;

/**
 * What the method of a subscription returns.
 *
 * @param adapter knows the type of the stream
 * @param itemType the type of its items
 */
record ItemStream(ReactiveAdapter adapter, Type itemType) {

	/**
	 * Find out what a method returns.
	 * @throws InvalidMethodException if that is not something with many values
	 */
	static ItemStream of(RpcJavaMethod method) {
		ResolvableType type = ResolvableType.forType(method.resolve(method.getReturnType().getGenericParameterType()));
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(type.toClass());
		if (adapter == null || !adapter.isMultiValue()) {
			throw new InvalidMethodException(
					"The method " + method.describe() + " is an @RpcSubscription but returns no Flux",
					"Return a Flux or another Publisher of many values, or make it an @RpcMethod.");
		}
		ResolvableType item = type.getGeneric(0);
		return new ItemStream(adapter, (item != ResolvableType.NONE) ? item.getType() : Object.class);
	}

	Flux<?> toFlux(@Nullable Object returned) {
		// a coroutine has adapted it already
		return Flux.from((returned instanceof Publisher<?> publisher) ? publisher : this.adapter.toPublisher(returned));
	}

}
