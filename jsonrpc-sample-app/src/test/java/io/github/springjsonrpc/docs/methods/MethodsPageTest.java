package io.github.springjsonrpc.docs.methods;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of the application that the snippets of {@code docs/methods.md} make up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = MethodsPageApplication.class,
		properties = { "spring.config.name=docs", "jsonrpc.server.introspection=true",
				"jsonrpc.servers.admin.path=/admin" })
@interface MethodsPageTest {

}
