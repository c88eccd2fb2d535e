package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that gets an attribute of the request, set by a middleware or the
 * transport. A caller can never supply it. If the attribute is absent the call fails with
 * -32603, unless the parameter is an {@link java.util.Optional} or {@code @Nullable}.
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcAttribute {

	/**
	 * Name of the attribute; by default that of the Java parameter.
	 * @return the name
	 */
	String value() default "";

}
