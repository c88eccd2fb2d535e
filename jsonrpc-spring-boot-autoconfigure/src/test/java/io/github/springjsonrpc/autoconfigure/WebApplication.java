package io.github.springjsonrpc.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.springjsonrpc.autoconfigure.reactive.JsonRpcWebFluxAutoConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * A web application with JSON-RPC, and with no more of Boot than that needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ JacksonAutoConfiguration.class, NettyReactiveWebServerAutoConfiguration.class,
		HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class, JsonRpcCodecAutoConfiguration.class,
		JsonRpcMethodAutoConfiguration.class, JsonRpcMiddlewareAutoConfiguration.class,
		JsonRpcServerAutoConfiguration.class, JsonRpcWebFluxAutoConfiguration.class })
public @interface WebApplication {

}
