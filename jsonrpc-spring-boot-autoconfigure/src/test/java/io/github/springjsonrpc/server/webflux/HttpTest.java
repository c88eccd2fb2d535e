package io.github.springjsonrpc.server.webflux;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test over HTTP. All of them share one application, and fail if a buffer leaks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = HttpTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.io.github.springjsonrpc=off", "jsonrpc.servers.small.path=/small",
				"jsonrpc.servers.small.max-response-size=1KB", "jsonrpc.servers.small.websocket.max-connections=2",
				"jsonrpc.servers.hosts.path=/hosts",
				"jsonrpc.servers.hosts.allowed-hosts=API.example.org,*.internal:8443,my_service,[::1]",
				"jsonrpc.servers.origins.path=/origins",
				"jsonrpc.servers.origins.allowed-origins=https://Example.org,https://*.example.net",
				"jsonrpc.servers.origins.allow-credentials=true", "jsonrpc.servers.status.path=/status",
				"jsonrpc.servers.faulty.path=/faulty", "jsonrpc.servers.broken.path=/broken" })
@ExtendWith(BufferLeaks.class)
@interface HttpTest {

}
