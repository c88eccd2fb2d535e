package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an exception class the error code with which it is answered.
 *
 * <pre class="code">
 * &#64;RpcError(code = 404, message = "No such order")
 * class OrderNotFoundException extends RuntimeException { … }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface RpcError {

	/**
	 * The error code. Those from -32768 to -32000 are reserved by the specification.
	 * @return the code
	 */
	int code();

	/**
	 * The message that callers get; by default the message of the exception, which is
	 * then meant for them.
	 * @return the message
	 */
	String message() default "";

	/**
	 * Name of a property of the exception, as in {@code getDetails()} or
	 * {@code details()}, whose value callers get as {@code data}; by default none.
	 * @return the name of the property
	 */
	String data() default "";

}
