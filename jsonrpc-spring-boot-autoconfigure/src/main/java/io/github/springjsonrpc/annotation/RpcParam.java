package io.github.springjsonrpc.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Names a parameter of an {@link RpcMethod} method, makes it optional or gives it a
 * default. Without the annotation a parameter has its Java name, and is optional if it is
 * an {@link java.util.Optional}, {@code @Nullable}, or nullable in Kotlin.
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RpcParam {

	/**
	 * The {@link #defaultValue()} that stands for none.
	 */
	String NO_DEFAULT = "\n\t\t\n\uE000\uE001\n\t\t\n";

	/**
	 * Alias for {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * Name of the parameter; by default that of the Java parameter.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * Whether a call without the parameter is refused. If it is not, the method gets
	 * {@code null} or an empty {@link java.util.Optional}.
	 * @return {@code true} by default
	 */
	boolean required() default true;

	/**
	 * What the method gets if the parameter is absent: JSON, or for a type that is
	 * written as a string just its text. A {@code null} that the caller sends is not
	 * replaced.
	 * @return the default, which makes the parameter optional
	 */
	String defaultValue() default NO_DEFAULT;

	/**
	 * Whether the parameter takes whatever no other parameter does: as a {@code List} the
	 * remaining values by position, as a {@code Map} the remaining ones by name. It has
	 * to be the last one. A varargs parameter does so without saying it.
	 * @return {@code false} by default
	 */
	boolean rest() default false;

	/**
	 * What the parameter means, for people who read the list of methods.
	 * @return a sentence
	 */
	String description() default "";

}
