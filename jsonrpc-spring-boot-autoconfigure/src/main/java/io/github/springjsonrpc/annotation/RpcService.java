package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Gives the {@link RpcMethod} methods of a class a common prefix and a server. It is
 * optional: the methods of every bean are found. As it is a {@link Component}, component
 * scanning finds the class too.
 *
 * <pre class="code">
 * &#64;RpcService("user")
 * class Users {
 *
 *     &#64;RpcMethod            // user.find
 *     Mono&lt;User&gt; find(long id) { … }
 *
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Component
public @interface RpcService {

	/**
	 * Alias for {@link #prefix()}.
	 * @return the prefix
	 */
	@AliasFor("prefix")
	String value() default "";

	/**
	 * What stands before the names of the methods, followed by a dot; by default nothing.
	 * @return the prefix
	 */
	@AliasFor("value")
	String prefix() default "";

	/**
	 * Name of the server that offers the methods, as in {@code jsonrpc.servers.<name>};
	 * by default the one that {@code jsonrpc.server} configures.
	 * @return the name of the server
	 */
	String server() default "default";

}
