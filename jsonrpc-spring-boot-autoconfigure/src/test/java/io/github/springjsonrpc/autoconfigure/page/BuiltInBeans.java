package io.github.springjsonrpc.autoconfigure.page;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What the page on configuration shows in place of beans that are built in.
 */
@Configuration(proxyBeanMethods = false)
class BuiltInBeans {

	final AtomicInteger errors = new AtomicInteger();

	// tag::replaced[]
	@Bean
	@Order(ExceptionMappingMiddleware.ORDER)
	ExceptionMappingMiddleware exceptionMapping() {
		return new ExceptionMappingMiddleware(List.of(), IncludeException.MESSAGE);
	}
	// end::replaced[]

	// tag::around[]
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RpcMiddleware countErrors() {
		return (request, chain) -> chain.next(request).doOnNext((response) -> {
			if (response.error() != null) {
				this.errors.incrementAndGet();
			}
		});
	}
	// end::around[]

	// tag::codec[]
	@Bean
	JsonRpcCodec codec() {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		return new JsonRpcCodec(new JacksonValueMapper(mapper, true));
	}
	// end::codec[]

	// tag::scheduler[]
	@Bean(destroyMethod = "dispose")
	Scheduler jsonRpcScheduler() {
		return Schedulers.newBoundedElastic(20, 100, "calls");
	}
	// end::scheduler[]

	@Bean
	Shelf shelf() {
		return new Shelf();
	}

	static class Shelf {

		@RpcMethod
		Slot slot(Slot slot) {
			return new Slot(Thread.currentThread().getName());
		}

		@RpcMethod
		void drop() {
			throw new IllegalStateException("The shelf is empty");
		}

	}

	record Slot(String shelfName) {

	}

}
