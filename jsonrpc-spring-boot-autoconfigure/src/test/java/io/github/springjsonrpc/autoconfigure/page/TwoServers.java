package io.github.springjsonrpc.autoconfigure.page;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerCustomizer;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What the page on configuration shows of several servers.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ShopMaintenance.class, ShopOverview.class })
class TwoServers {

	final AtomicInteger adminCalls = new AtomicInteger();

	// tag::middleware[]
	@Bean
	@Qualifier("admin")
	RpcMiddleware countAdminCalls() {
		return (request, chain) -> {
			this.adminCalls.incrementAndGet();
			return chain.next(request);
		};
	}
	// end::middleware[]

	// tag::customizer[]
	@Bean
	JsonRpcServerCustomizer shortListsForAdmins() {
		return (name, builder) -> {
			if (name.equals("admin")) {
				builder.maxCollectedItems(3);
			}
		};
	}
	// end::customizer[]

	// tag::route[]
	@Bean
	RouterFunction<ServerResponse> versionedPath(@Qualifier("admin") JsonRpcHttpHandler handler) {
		return RouterFunctions.route().POST("/v2/admin", handler::handle).build();
	}
	// end::route[]

	@Bean
	Shop shop() {
		return new Shop();
	}

	static class Shop {

		@RpcMethod
		String open(String name, String password) {
			return "open for " + name;
		}

		@RpcMethod
		Flux<Integer> countTo(int end) {
			return Flux.range(1, end);
		}

	}

}
