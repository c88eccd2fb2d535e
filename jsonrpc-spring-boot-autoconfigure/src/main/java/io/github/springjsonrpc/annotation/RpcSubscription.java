package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.springjsonrpc.protocol.OverflowPolicy;

import org.springframework.core.annotation.AliasFor;

/**
 * Lets callers subscribe to the {@code Flux} that a method of a bean returns. They need a
 * connection, as over WebSocket: each item becomes a notification. What holds for the
 * parameters of an {@link RpcMethod} holds here too. A {@code Publisher}, a Kotlin
 * {@code Flow} and other types of many values will do as well.
 * <p>
 * The names are those of the Ethereum publish/subscribe convention: one method subscribes
 * to everything that a namespace has, and its first parameter chooses.
 *
 * <pre class="code">
 * &#64;RpcService("prices")
 * class Prices {
 *
 *     &#64;RpcSubscription       // prices_subscribe with "changes", prices_unsubscribe, prices_subscription
 *     Flux&lt;Price&gt; changes(String symbol) { … }
 *
 * }
 * </pre>
 *
 * A method that is named {@code subscribe}, or has a {@link #subscribe()} and no
 * {@link #name()}, is one of its own instead:
 *
 * <pre class="code">
 *     &#64;RpcSubscription       // prices.subscribe, prices.unsubscribe, prices.subscription
 *     Flux&lt;Price&gt; subscribe(String symbol) { … }
 *
 *     &#64;RpcSubscription       // prices.subscribeTrades, prices.unsubscribeTrades, prices.trades
 *     Flux&lt;Trade&gt; subscribeTrades() { … }
 * </pre>
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcSubscription {

	/**
	 * The {@link #namespace()} that stands for the prefix of the {@link RpcService}.
	 */
	String PREFIX = "\n\t\t\n\uE000\uE001\n\t\t\n";

	/**
	 * Alias for {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * What callers choose the subscription by, as the first parameter of the method that
	 * subscribes; by default the name of the Java method.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * The namespace, whose methods are {@code <namespace>_subscribe} and
	 * {@code <namespace>_unsubscribe}, and whose notifications
	 * {@code <namespace>_subscription}. Several beans may contribute to one.
	 * @return the namespace, by default the prefix of the {@link RpcService}; without one
	 * the names have no underscore either
	 */
	String namespace() default PREFIX;

	/**
	 * Name of the method that subscribes, behind the prefix of its {@link RpcService}, in
	 * place of that of a namespace.
	 * @return the name, by default that of the Java method if it begins with
	 * {@code subscribe}
	 */
	String subscribe() default "";

	/**
	 * Name of the method that ends the subscription, behind the prefix.
	 * @return the name, by default {@link #subscribe()} with {@code unsubscribe} for
	 * {@code subscribe}
	 */
	String unsubscribe() default "";

	/**
	 * Name of the notifications that carry the items, behind the prefix.
	 * @return the name, by default {@link #subscribe()} with {@code subscription} for
	 * {@code subscribe}, or what follows that word
	 */
	String notification() default "";

	/**
	 * Name of the notification that tells the end of the subscription, whether it is
	 * complete or has failed, behind the prefix. It is not that of the items, because
	 * clients may take for granted that those have a result.
	 * @return the name, by default that of the items with {@code End} after it
	 */
	String end() default "";

	/**
	 * What becomes of items that the subscriber does not read in time.
	 * @return the policy, by default the {@code Flux} is asked for no more than is read
	 */
	OverflowPolicy overflow() default OverflowPolicy.BACKPRESSURE;

	/**
	 * How many items may wait until the policy strikes, except for
	 * {@link OverflowPolicy#BACKPRESSURE}, with which none does.
	 * @return the number, 256 by default
	 */
	int buffer() default 256;

	/**
	 * What the items are, for people who read the list of methods.
	 * @return a sentence or two
	 */
	String description() default "";

	/**
	 * Where the method runs, which only makes the {@code Flux}.
	 * @return the execution, by default on the event loop
	 */
	RpcMethod.Execution execution() default RpcMethod.Execution.AUTO;

}
