package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcMethod;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods are found and called without Kotlin and Micrometer's context propagation.
 */
class OptionalLibrariesTests {

	private static final List<String> OPTIONAL = List.of("kotlin.", "kotlinx.", "io.micrometer.context.");

	// what looks for those libraries
	private static final List<String> REDEFINED = List.of("io.github.springjsonrpc.", "org.springframework.",
			"reactor.");

	@Test
	void callsMethodsWithoutOptionalLibraries() throws ClassNotFoundException {
		assertThat(results(getClass().getClassLoader())).containsExactly("true", "true", "\"Ann 1\"", "\"Ann 2\"",
				"[1,2]", "\"Ann 3\"", "-32602");
		assertThat(results(new HidingClassLoader((name) -> OPTIONAL.stream().anyMatch(name::startsWith),
				(name) -> REDEFINED.stream().anyMatch(name::startsWith))))
			.containsExactly("false", "false", "\"Ann 1\"", "\"Ann 2\"", "[1,2]", "\"Ann 3\"", "-32602");
	}

	private static List<String> results(ClassLoader classLoader) throws ClassNotFoundException {
		Class<?> type = ClassUtils.forName(Scenario.class.getName(), classLoader);
		assertThat(type.getClassLoader()).isSameAs(classLoader);
		return ((List<?>) ((Supplier<?>) BeanUtils.instantiateClass(type)).get()).stream()
			.map(String::valueOf)
			.toList();
	}

	/**
	 * Calls methods of all kinds, and tells which optional libraries its class loader
	 * has.
	 */
	static class Scenario implements Supplier<List<String>> {

		@Override
		public List<String> get() {
			Calls rpc = Calls.of(new Methods());
			ClassLoader classLoader = getClass().getClassLoader();
			return List.of(String.valueOf(ClassUtils.isPresent("kotlin.Unit", classLoader)),
					String.valueOf(ClassUtils.isPresent("io.micrometer.context.ContextRegistry", classLoader)),
					rpc.result("plain", "[\"Ann\", 1]"), rpc.result("mono", "{\"name\": \"Ann\", \"number\": 2}"),
					rpc.result("flux"), rpc.result("future", "[\"Ann\", 3]"),
					String.valueOf(rpc.call("plain", "[1]").code()));
		}

	}

	static class Methods {

		@RpcMethod
		String plain(String name, Optional<Integer> number) {
			return Stream.of(name, number.orElseThrow()).map(String::valueOf).reduce((a, b) -> a + " " + b).get();
		}

		@RpcMethod
		Mono<String> mono(String name, int number) {
			return Mono.just(name + " " + number);
		}

		@RpcMethod
		Flux<Integer> flux() {
			return Flux.just(1, 2);
		}

		@RpcMethod
		CompletableFuture<String> future(String name, int number) {
			return CompletableFuture.completedFuture(name + " " + number);
		}

	}

}
