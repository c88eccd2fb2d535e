package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one parameter that takes the whole params: a record or class to which the
 * params object is decoded, a {@code Map}, or for params by position a {@code List}.
 * Without it, a method with one parameter binds {@code ["x"]} and {@code {"name": "x"}}
 * like any other.
 *
 * <pre class="code">
 * &#64;RpcMethod                                // {"from": 1, "to": 9}
 * List&lt;Order&gt; search(&#64;RpcParams Range range) { … }
 * </pre>
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcParams {

}
