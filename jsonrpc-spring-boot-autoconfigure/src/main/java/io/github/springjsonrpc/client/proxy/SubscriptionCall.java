package io.github.springjsonrpc.client.proxy;

import io.github.springjsonrpc.annotation.RpcSubscription;
import org.jspecify.annotations.Nullable;

/**
 * What is called to subscribe, by the rules that the server has for the same annotation.
 *
 * @param subscribe the method that subscribes
 * @param unsubscribe the method that ends the subscription
 * @param kind what chooses the subscription, as the first of the params, or {@code null}
 * if there is nothing to choose
 */
record SubscriptionCall(String subscribe, String unsubscribe, @Nullable String kind) {

	private static final String SUBSCRIBE = "subscribe";

	/**
	 * Find out what to call.
	 * @param prefix what stands before names, with its dot
	 * @throws InvalidClientException if the annotation contradicts itself, or there is no
	 * telling how to unsubscribe
	 */
	static SubscriptionCall of(RpcSubscription annotation, String prefix, ClientMethod method) {
		boolean namespace = !RpcSubscription.PREFIX.equals(annotation.namespace());
		if (namespace && !annotation.subscribe().isEmpty()) {
			throw new InvalidClientException(
					"The subscription of the method " + method.describe()
							+ " has a namespace, and a method that subscribes to it",
					"Keep one of the two: a namespace has such a method already.");
		}
		if (!annotation.subscribe().isEmpty()) {
			return named(annotation, prefix, annotation.subscribe(), method);
		}
		if (!namespace && annotation.name().isEmpty() && wordIndex(method.name()) == 0) {
			return named(annotation, prefix, method.name(), method);
		}
		String head = namespace ? annotation.namespace() : prefix.replaceFirst("\\.$", "");
		head = head.isEmpty() ? "" : head + "_";
		return new SubscriptionCall(head + SUBSCRIBE,
				annotation.unsubscribe().isEmpty() ? head + "unsubscribe" : prefix + annotation.unsubscribe(),
				annotation.name().isEmpty() ? method.name() : annotation.name());
	}

	private static SubscriptionCall named(RpcSubscription annotation, String prefix, String subscribe,
			ClientMethod method) {
		int word = wordIndex(subscribe);
		if (word < 0 && annotation.unsubscribe().isEmpty()) {
			throw new InvalidClientException(
					"The method " + method.describe() + " subscribes by '" + subscribe
							+ "', which does not tell how to unsubscribe",
					"Set 'unsubscribe' as well, or choose a name with the word 'subscribe' in it.");
		}
		String unsubscribe = annotation.unsubscribe().isEmpty()
				? subscribe.substring(0, word) + "un" + subscribe.substring(word) : annotation.unsubscribe();
		return new SubscriptionCall(prefix + subscribe, prefix + unsubscribe,
				annotation.name().isEmpty() ? null : annotation.name());
	}

	// "subscribe" as a word of its own, also the first one of "subscribeTrades"
	private static int wordIndex(String name) {
		int index = name.lastIndexOf(SUBSCRIBE);
		if (index < 0 || (index > 0 && Character.isLetterOrDigit(name.charAt(index - 1)))) {
			return -1;
		}
		int next = index + SUBSCRIBE.length();
		return (next == name.length() || !Character.isLowerCase(name.charAt(next))) ? index : -1;
	}

}
