package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;

import org.springframework.core.annotation.AliasFor;

/**
 * Offers a method of a bean to JSON-RPC callers, or on an {@link RpcClient} interface
 * says what is called. The method may be declared by the bean's class, by a superclass or
 * by an interface; it may have any visibility but {@code private}. Its parameters bind by
 * position and by name.
 *
 * <pre class="code">
 * &#64;RpcMethod
 * Mono&lt;User&gt; find(long id) { … }
 * </pre>
 *
 * @see RpcService
 * @see RpcParam
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcMethod {

	/**
	 * Alias for {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * Name of the JSON-RPC method, behind the prefix of its {@link RpcService} or
	 * {@link RpcClient}; by default the name of the Java method. Names that begin with
	 * {@code rpc.} are reserved.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What the method does, for people who read the list of methods.
	 * @return a sentence or two
	 */
	String description() default "";

	/**
	 * Where the method runs.
	 * @return the execution, by default decided from the return type
	 */
	Execution execution() default Execution.AUTO;

	/**
	 * A function that every result of the method passes before it is written, for example
	 * to turn an entity into what callers may see. The bean of this type is used, or a
	 * new instance where there is none. What it returns may be a {@code Mono} or a future
	 * of the result.
	 * @return the class of the function; {@code Function} itself stands for none
	 */
	@SuppressWarnings("rawtypes")
	Class<? extends Function> resultMapper() default Function.class;

	/**
	 * Whether a client sends the call as a notification, which is never answered. A
	 * server runs whatever comes.
	 * @return {@code false} by default
	 */
	boolean notification() default false;

	/**
	 * Where a method runs.
	 */
	enum Execution {

		/**
		 * A method that returns a reactive type or a future, or is a Kotlin coroutine,
		 * runs on the event loop and must not block; any other runs on a worker thread.
		 */
		AUTO,

		/**
		 * On the event loop: for plain methods that only compute, and never for long.
		 */
		EVENT_LOOP,

		/**
		 * On a worker thread: also for methods that block before they return a reactive
		 * type.
		 */
		WORKER

	}

}
