package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.Map;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.method.RpcFunction;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Methods that fail in ways that Reactor takes for the end of the JVM.
 */
@Configuration(proxyBeanMethods = false)
class FatalMethods {

	@Bean
	JsonRpcMethod fatalPong() {
		return RpcFunction.named("fatal.pong").callReactive(() -> "pong");
	}

	@Bean
	JsonRpcMethod fatalThrows() {
		return RpcFunction.named("fatal.throws").callReactive(FatalMethods::fail);
	}

	@Bean
	JsonRpcMethod fatalThrowsOnWorker() {
		return RpcFunction.named("fatal.throwsOnWorker").call(FatalMethods::fail);
	}

	@Bean
	JsonRpcMethod fatalSignals() {
		return RpcFunction.named("fatal.signals").callReactive(() -> Mono.error(new StackOverflowError()));
	}

	@Bean
	JsonRpcMethod fatalSignalsOnWorker() {
		return RpcFunction.named("fatal.signalsOnWorker").call(() -> Mono.error(new StackOverflowError()));
	}

	@Bean
	JsonRpcMethod fatalThrowsWhenSubscribed() {
		return RpcFunction.named("fatal.throwsWhenSubscribed").callReactive(() -> Mono.just(1).map((value) -> fail()));
	}

	@Bean
	JsonRpcMethod fatalThrowsWhenSubscribedOnWorker() {
		return RpcFunction.named("fatal.throwsWhenSubscribedOnWorker").call(() -> Mono.just(1).map((value) -> fail()));
	}

	@Bean
	JsonRpcMethod fatalGetter() {
		return RpcFunction.named("fatal.getter").callReactive(Broken::new);
	}

	@Bean
	JsonRpcMethod fatalGetterOnWorker() {
		return RpcFunction.named("fatal.getterOnWorker").call(Broken::new);
	}

	@Bean
	JsonRpcMethod fatalNested() {
		return RpcFunction.named("fatal.nested").callReactive(() -> Map.of("a", new Broken()));
	}

	@Bean
	JsonRpcMethod fatalInMiddleware() {
		return RpcFunction.named("fatal.inMiddleware").callReactive(() -> "pong");
	}

	@Bean
	JsonRpcMethod fatalInMiddlewareOnWorker() {
		return RpcFunction.named("fatal.inMiddlewareOnWorker").call(() -> "pong");
	}

	@Bean
	JsonRpcMethod fatalInMiddlewareLater() {
		return RpcFunction.named("fatal.inMiddlewareLater").callReactive(FatalMethods::later);
	}

	@Bean
	JsonRpcMethod fatalInMiddlewareThatMaps() {
		return RpcFunction.named("fatal.inMiddlewareThatMaps").callReactive(() -> "pong");
	}

	@Bean
	JsonRpcMethod fatalInMiddlewareThatMapsOnWorker() {
		return RpcFunction.named("fatal.inMiddlewareThatMapsOnWorker").call(() -> "pong");
	}

	@Bean
	JsonRpcMethod fatalInMiddlewareThatMapsLater() {
		return RpcFunction.named("fatal.inMiddlewareThatMapsLater").callReactive(FatalMethods::later);
	}

	@Bean
	RpcMiddleware fatalMiddleware() {
		return (request, chain) -> {
			if (request.method().startsWith("fatal.inMiddlewareThatMaps")) {
				return chain.next(request).flatMap((response) -> Mono.just(response.withResult(fail())));
			}
			return request.method().startsWith("fatal.inMiddleware")
					? chain.next(request).map((response) -> response.withResult(fail())) : chain.next(request);
		};
	}

	private static Mono<String> later() {
		return Mono.delay(Duration.ofMillis(1)).thenReturn("pong");
	}

	private static Object fail() {
		throw new NoClassDefFoundError("missing/Type");
	}

	/**
	 * What nobody can write.
	 */
	public static final class Broken {

		public String getValue() {
			throw new NoClassDefFoundError("missing/Type");
		}

	}

}
