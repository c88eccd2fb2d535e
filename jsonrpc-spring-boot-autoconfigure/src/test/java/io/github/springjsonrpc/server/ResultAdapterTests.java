package io.github.springjsonrpc.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResultAdapter}: what becomes of what a method returns. Seed rows S16
 * and S47.
 */
class ResultAdapterTests {

	private static String answer(@Nullable Object returned) {
		return answer(RpcFunction.named("method").callReactive(() -> returned));
	}

	private static String answer(JsonRpcMethod method) {
		return TestServer.of(TestServer.builder().maxCollectedItems(3), method).call("method", "[]");
	}

	@Test
	void answersPlainValues() {
		assertThat(answer("text")).isEqualTo(TestServer.result("\"text\""));
		assertThat(answer(List.of(1, 2, 3, 4))).isEqualTo(TestServer.result("[1,2,3,4]"));
		assertThat(answer((Object) null)).isEqualTo(TestServer.result("null"));
	}

	@Test
	void waitsForMono() {
		assertThat(answer(Mono.just("text"))).isEqualTo(TestServer.result("\"text\""));
		assertThat(answer(Mono.just(List.of(1, 2, 3, 4)))).isEqualTo(TestServer.result("[1,2,3,4]"));
		assertThat(answer(Mono.empty())).isEqualTo(TestServer.result("null"));
	}

	static Stream<Named<Function<Flux<?>, Object>>> manyValued() {
		return Stream.of(Named.of("Flux", (flux) -> flux),
				Named.of("Publisher",
						(flux) -> (Publisher<Object>) (subscriber) -> flux.cast(Object.class).subscribe(subscriber)),
				Named.of("Flow.Publisher", JdkFlowAdapter::publisherToFlowPublisher));
	}

	@ParameterizedTest
	@MethodSource("manyValued")
	void collectsAsManyItemsAsAllowed(Function<Flux<?>, Object> type) {
		assertThat(answer(type.apply(Flux.empty()))).isEqualTo(TestServer.result("[]"));
		assertThat(answer(type.apply(Flux.just("a")))).isEqualTo(TestServer.result("[\"a\"]"));
		assertThat(answer(type.apply(Flux.range(1, 3)))).isEqualTo(TestServer.result("[1,2,3]"));
	}

	@ParameterizedTest
	@MethodSource("manyValued")
	void cancelsWhatHasMoreItemsThanAllowed(Function<Flux<?>, Object> type) {
		AtomicBoolean cancelled = new AtomicBoolean();
		Flux<Integer> endless = Flux.range(1, 4).concatWith(Flux.never()).doOnCancel(() -> cancelled.set(true));
		assertThat(answer(type.apply(endless)))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32003,\"message\":\"Response too large\","
					+ "\"data\":{\"maxItems\":3}},\"id\":1}");
		assertThat(cancelled).isTrue();
	}

	@ParameterizedTest
	@MethodSource("manyValued")
	void answersFailureAmongTheItems(Function<Flux<?>, Object> type) {
		Flux<Object> failing = Flux.<Object>just(1).concatWith(Flux.error(new JsonRpcException(7, "seven")));
		assertThat(answer(type.apply(failing))).isEqualTo(TestServer.error(7, "seven"));
	}

	@ParameterizedTest
	@MethodSource("manyValued")
	void cancelsItemsThatNobodyWaitsFor(Function<Flux<?>, Object> type) {
		AtomicBoolean cancelled = new AtomicBoolean();
		subscribe(type.apply(Flux.never().doOnCancel(() -> cancelled.set(true)))).dispose();
		assertThat(cancelled).isTrue();
	}

	@Test
	void waitsForFuture() {
		assertThat(answer(CompletableFuture.completedFuture("text"))).isEqualTo(TestServer.result("\"text\""));
		assertThat(answer(CompletableFuture.completedFuture(null))).isEqualTo(TestServer.result("null"));
		assertThat(answer(CompletableFuture.supplyAsync(() -> 1))).isEqualTo(TestServer.result("1"));
	}

	@Test
	void waitsForCompletionStage() {
		assertThat(answer(CompletableFuture.completedStage("text"))).isEqualTo(TestServer.result("\"text\""));
		assertThat(answer(CompletableFuture.completedStage(null))).isEqualTo(TestServer.result("null"));
		assertThat(answer(stage(CompletableFuture.supplyAsync(() -> 1)))).isEqualTo(TestServer.result("1"));
		assertThat(answer(stage(CompletableFuture.completedFuture(null)))).isEqualTo(TestServer.result("null"));
	}

	@Test
	void cancelsFutureThatNobodyWaitsFor() {
		CompletableFuture<String> future = new CompletableFuture<>();
		subscribe(future).dispose();
		assertThat(future).isCancelled();
	}

	@Test
	void cancelsFutureOfBlockingMethodThatNobodyWaitsFor() {
		CompletableFuture<String> future = new CompletableFuture<>();
		AtomicBoolean called = new AtomicBoolean();
		TestServer server = TestServer.of(TestServer.builder().scheduler(Schedulers.immediate()),
				RpcFunction.named("method").call(() -> {
					called.set(true);
					return future;
				}));
		Disposable caller = server.send(TestServer.request("method", "[]")).subscribe();
		assertThat(called).isTrue();
		caller.dispose();
		assertThat(future).isCancelled();
	}

	@Test
	void letsGoOfStageThatCannotBeCancelled() {
		CompletableFuture<String> source = new CompletableFuture<>();
		subscribe(source.minimalCompletionStage()).dispose();
		subscribe(stage(source)).dispose();
		assertThat(source.complete("late")).isTrue();
	}

	@Test
	void answersFutureThatWasCancelled() {
		CompletableFuture<String> future = new CompletableFuture<>();
		future.cancel(true);
		assertThat(answer(future)).isEqualTo(TestServer.internalError("1"));
	}

	static Stream<Named<Function<RuntimeException, JsonRpcMethod>>> failures() {
		return Stream.of(method("thrown", (ex) -> {
			throw ex;
		}), method("Mono", Mono::error), method("Flux", Flux::error), method("future", CompletableFuture::failedFuture),
				method("async future", (ex) -> CompletableFuture.supplyAsync(() -> {
					throw ex;
				})), method("dependent future", (ex) -> CompletableFuture.failedFuture(ex).thenApply((value) -> value)),
				method("twice dependent future",
						(ex) -> CompletableFuture.failedFuture(ex).thenApply((a) -> a).thenCompose((a) -> null)),
				method("stage", CompletableFuture::failedStage),
				method("dependent stage", (ex) -> CompletableFuture.failedStage(ex).thenApply((value) -> value)),
				method("foreign stage", (ex) -> stage(CompletableFuture.failedFuture(ex).thenApply((value) -> value))),
				method("Mono of a future",
						(ex) -> Mono.fromFuture(CompletableFuture.failedFuture(ex).thenApply((value) -> value))),
				method("Flow.Publisher", (ex) -> JdkFlowAdapter.publisherToFlowPublisher(Flux.error(ex))))
			.flatMap((methods) -> methods);
	}

	private static Stream<Named<Function<RuntimeException, JsonRpcMethod>>> method(String name,
			Function<RuntimeException, @Nullable Object> body) {
		return Stream.of(Named.of(name, (ex) -> RpcFunction.named("method").callReactive(() -> body.apply(ex))),
				Named.of("blocking " + name, (ex) -> RpcFunction.named("method").call(() -> body.apply(ex))));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void answersErrorOfEachKind(Function<RuntimeException, JsonRpcMethod> method) {
		assertThat(answer(method.apply(new JsonRpcException(7, "seven", "data"))))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":7,\"message\":\"seven\",\"data\":\"data\"},\"id\":1}");
	}

	@ParameterizedTest
	@MethodSource("failures")
	void showsResolversTheOriginalException(Function<RuntimeException, JsonRpcMethod> method) {
		AtomicReference<Throwable> seen = new AtomicReference<>();
		RpcExceptionResolver resolver = (ex, request) -> {
			seen.set(ex);
			return new JsonRpcError(8, "resolved", null);
		};
		RuntimeException failure = new IllegalArgumentException("original");
		TestServer server = TestServer.of(
				TestServer.builder().middleware(ExceptionMappingMiddlewareTests.mapping(resolver)),
				method.apply(failure));
		assertThat(server.call("method", "[]")).isEqualTo(TestServer.error(8, "resolved"));
		assertThat(seen).hasValue(failure);
	}

	private static Disposable subscribe(Object returned) {
		return TestServer.with(RpcFunction.named("method").callReactive(() -> returned))
			.send(TestServer.request("method", "[]"))
			.subscribe();
	}

	/**
	 * Make a stage that is no {@code CompletableFuture}, like those of other libraries.
	 */
	private static Object stage(CompletableFuture<?> future) {
		return Proxy.newProxyInstance(ResultAdapterTests.class.getClassLoader(),
				new Class<?>[] { CompletionStage.class }, (proxy, method, arguments) -> {
					try {
						return method.invoke(future, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

}
