package io.github.springjsonrpc.client.proxy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.springjsonrpc.annotation.RpcClient;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes beans of {@link RpcClient} interfaces: proxies that call a server. Put it on a
 * configuration, more than once if need be. If neither types nor packages are named, the
 * package of the annotated class is scanned, with those below it.
 *
 * <pre class="code">
 * &#64;SpringBootApplication
 * &#64;ImportRpcClients
 * class Shop { … }
 * </pre>
 *
 * The name of a bean is that of its interface; if {@link #client()} is set, that client
 * and {@code #} stand before it. The client is a qualifier of the bean in any case.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(ImportRpcClients.Container.class)
@Import(RpcClientsRegistrar.class)
public @interface ImportRpcClients {

	/**
	 * Alias for {@link #types()}.
	 * @return the interfaces
	 */
	@AliasFor("types")
	Class<?>[] value() default {};

	/**
	 * Interfaces to make clients of. They need no {@link RpcClient} if {@link #client()}
	 * is set.
	 * @return the interfaces
	 */
	@AliasFor("value")
	Class<?>[] types() default {};

	/**
	 * The client to call with, in place of what the interfaces say; as in
	 * {@link RpcClient#client()}.
	 * @return the client
	 */
	String client() default "";

	/**
	 * Packages to scan for {@link RpcClient} interfaces.
	 * @return the names of the packages
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose packages to scan for {@link RpcClient} interfaces.
	 * @return any class of each package
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * Holds annotations that are repeated.
	 */
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@Documented
	@Import(RpcClientsRegistrar.class)
	@interface Container {

		/**
		 * Return the annotations.
		 * @return the annotations
		 */
		ImportRpcClients[] value();

	}

}
