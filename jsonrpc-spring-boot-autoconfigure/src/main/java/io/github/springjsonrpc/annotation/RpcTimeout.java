package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how long calls of an {@link RpcClient} interface or of one of its methods wait for
 * the answer, in place of the timeout of the client. On a parameter of the type
 * {@link java.time.Duration}, which is then not sent, it lets the caller say it;
 * {@code null} stands for what holds otherwise.
 *
 * <pre class="code">
 * &#64;RpcTimeout("30s")
 * Report create(int year);
 *
 * Report create(int year, &#64;RpcTimeout Duration timeout);
 * </pre>
 */
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcTimeout {

	/**
	 * How long to wait, as in {@code 500ms}, {@code 2s} or {@code PT2S}; placeholders are
	 * resolved. Not on a parameter.
	 * @return the time until the call fails
	 */
	String value() default "";

}
