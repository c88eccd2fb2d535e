package io.github.springjsonrpc.server.webflux;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.OverflowPolicy;
import jakarta.validation.constraints.Positive;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.ServerWebExchange;

/**
 * What tests subscribe to.
 */
final class SubscriptionMethods {

	private SubscriptionMethods() {
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Feed.class, More.class, Ticks.class, Floods.class, KotlinSubscriptions.class })
	static class Application {

		@Bean
		RpcMiddleware tenant() {
			return (request, chain) -> chain.next(request)
				.contextWrite((context) -> context.put("tenant", "acme").put(Feed.USER, "ann"));
		}

	}

	@RpcService("feed")
	static class Feed {

		static final String USER = "subscription-user";

		final ThreadLocal<String> user = new ThreadLocal<>();

		final AtomicLong cancelled = new AtomicLong();

		final AtomicLong invoked = new AtomicLong();

		@RpcSubscription
		Flux<Integer> count(@Positive int to, @RpcParam(defaultValue = "1") int from) {
			this.invoked.incrementAndGet();
			return Flux.range(from, to - from + 1);
		}

		@RpcSubscription
		Flux<String> endless() {
			return Flux.concat(Flux.just("first"), Flux.<String>never()).doOnCancel(this.cancelled::incrementAndGet);
		}

		@RpcSubscription
		Flux<String> unexpected() {
			return Flux.concat(Flux.just("one"), Flux.error(new IllegalStateException("secret")));
		}

		@RpcSubscription
		Flux<String> mapped() {
			return Flux.error(new NoSuchSymbol());
		}

		@RpcSubscription
		Flux<String> thrown() {
			throw new NoSuchSymbol();
		}

		@RpcSubscription
		Flux<String> limited() {
			return Flux.error(new JsonRpcException(JsonRpcErrorCode.LIMIT_EXCEEDED.error().withData("later"), null));
		}

		@RpcSubscription
		Flux<Object> unwritable() {
			return Flux.just("fine", new Unwritable(), "never sent");
		}

		@RpcSubscription
		Flux<Integer> linkage() {
			return Flux.range(1, 100).doOnNext((item) -> {
				if (item == 50) {
					throw new NoClassDefFoundError("secret");
				}
			});
		}

		@RpcSubscription
		Flux<List<Shape>> shapes() {
			return Flux.just(List.of(new Circle(1)));
		}

		@RpcSubscription
		Flux<String> context(ServerWebExchange exchange, JsonRpcRequest request) {
			return Flux.deferContextual((context) -> Flux
				.just(exchange.getRequest().getPath().value() + " " + request.method() + " " + context.get("tenant")));
		}

		@RpcSubscription
		Flux<String> threadLocal() {
			String called = this.user.get();
			return Flux.defer(() -> Flux.just(called + " called, " + this.user.get() + " subscribed"));
		}

		@RpcMethod
		Flux<Integer> list() {
			return Flux.range(1, 3);
		}

	}

	@RpcError(code = 404, message = "No such symbol")
	static class NoSuchSymbol extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	static class Unwritable {

		public String getValue() {
			throw new IllegalStateException("secret");
		}

	}

	@com.fasterxml.jackson.annotation.JsonTypeInfo(use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME)
	@com.fasterxml.jackson.annotation.JsonSubTypes(@com.fasterxml.jackson.annotation.JsonSubTypes.Type(
			value = Circle.class, name = "circle"))
	interface Shape {

	}

	record Circle(int radius) implements Shape {

	}

	/**
	 * Contributes to the namespace of another bean.
	 */
	static class More {

		@RpcSubscription(namespace = "feed", value = "words")
		Publisher<String> all() {
			return Flux.just("a", "b");
		}

	}

	@RpcService("ticks")
	static class Ticks {

		@RpcSubscription
		Flux<Integer> subscribe(int count) {
			return Flux.range(1, count);
		}

	}

	/**
	 * Sources that wait for nobody, and one that does.
	 */
	@RpcService("flood")
	static class Floods {

		static final int ITEMS = 20_000;

		static final String ITEM = "x".repeat(4096);

		final AtomicLong produced = new AtomicLong();

		@RpcSubscription
		Flux<String> patient() {
			return Flux.generate((sink) -> sink.next(this.produced.incrementAndGet() + ITEM));
		}

		@RpcSubscription(overflow = OverflowPolicy.BUFFER, buffer = 8)
		Flux<Integer> buffer() {
			return Flux.range(1, ITEMS);
		}

		@RpcSubscription(overflow = OverflowPolicy.DROP_OLDEST, buffer = 8)
		Flux<String> dropOldest() {
			return Flux.range(1, ITEMS).map((item) -> item + ITEM);
		}

		@RpcSubscription(overflow = OverflowPolicy.DROP_LATEST, buffer = 8)
		Flux<String> dropLatest() {
			return Flux.range(1, ITEMS).map((item) -> item + ITEM);
		}

		@RpcSubscription(overflow = OverflowPolicy.CLOSE, buffer = 8)
		Flux<Integer> close() {
			return Flux.range(1, ITEMS);
		}

		@RpcSubscription
		Flux<Integer> impatient() {
			return Flux.<Integer>create((sink) -> {
				for (int i = 1; i <= 1000; i++) {
					sink.next(i);
				}
			}, reactor.core.publisher.FluxSink.OverflowStrategy.ERROR);
		}

		@RpcMethod
		Mono<String> ping() {
			return Mono.just("pong");
		}

	}

}
