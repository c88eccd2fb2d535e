package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Says which server the methods of an interface are called on. A proxy that implements
 * the interface is made of it where {@code @ImportRpcClients} stands on a configuration.
 *
 * <pre class="code">
 * &#64;RpcClient("users")          // jsonrpc.clients.users.url
 * interface UserClient {
 *
 *     &#64;RpcMethod("user.find")
 *     Mono&lt;User&gt; find(long id);
 *
 * }
 * </pre>
 *
 * Each abstract method is a call; {@link RpcMethod} is needed only where the name or
 * something else is to be said. A bean may implement the same interface to be the server.
 *
 * @see RpcMethod
 * @see RpcParam
 * @see RpcTimeout
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcClient {

	/**
	 * Alias for {@link #client()}.
	 * @return the client
	 */
	@AliasFor("client")
	String value() default "";

	/**
	 * The client to call with: its name as in {@code jsonrpc.clients.<name>}, the name or
	 * qualifier of a {@code JsonRpcClient} bean, or a URL. Placeholders are resolved.
	 * @return the client; may be left out where {@code @ImportRpcClients} names it
	 */
	@AliasFor("value")
	String client() default "";

	/**
	 * What stands before the names of the methods, followed by a dot; by default the
	 * prefix of an {@link RpcService} on the same interface, or nothing.
	 * @return the prefix
	 */
	String prefix() default "";

	/**
	 * How arguments are sent. A method whose last parameter takes the rest sends them in
	 * the only way that has a rest of that kind.
	 * @return the style, by default by name
	 */
	Params params() default Params.BY_NAME;

	/**
	 * How arguments are sent.
	 */
	enum Params {

		/** As an object. What is optional and {@code null} is left out. */
		BY_NAME,

		/**
		 * As an array, for servers that know no names. What is optional and {@code null}
		 * is left out at the end.
		 */
		BY_POSITION

	}

	/**
	 * Implemented by all proxies: what they have is called, and never offered to callers.
	 */
	interface Proxy {

	}

}
