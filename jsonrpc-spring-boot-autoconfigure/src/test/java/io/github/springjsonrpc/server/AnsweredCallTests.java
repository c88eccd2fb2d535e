package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnsweredCall}: whatever middleware and methods do, there is one answer
 * with the id of the request. Seed rows S47 and S48.
 */
class AnsweredCallTests {

	private static final JsonRpcMethod PING = RpcFunction.named("ping").callReactive(() -> "pong");

	private static TestServer server(RpcMiddleware middleware, boolean mapped) {
		JsonRpcServerBuilder builder = TestServer.builder();
		return TestServer.of((mapped ? builder.middleware(ExceptionMappingMiddlewareTests.mapping()) : builder)
			.middleware(middleware), PING);
	}

	private static void assertAnswer(TestServer server, String method, String answer) {
		StepVerifier.create(server.send(TestServer.request(method, "[]", "\"id\"")))
			.expectNext(answer)
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	private static void assertInternalError(TestServer server, String method) {
		String error = TestServer.internalError("\"id\"");
		assertAnswer(server, method, error);
		StepVerifier
			.create(server.send("[" + TestServer.request("ping", "[]", "1") + ","
					+ TestServer.request(method, "[]", "\"id\"") + "," + TestServer.notification(method, "[]") + "]"))
			.assertNext((answers) -> assertThat(answers).endsWith(error + "]"))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		StepVerifier.create(server.send(TestServer.notification(method, "[]")))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	static Stream<Named<Throwable>> failures() {
		return Stream
			.<Throwable>of(new IllegalStateException("x"), new Exception("x"), new AssertionError("x"),
					new StackOverflowError("x"), new NoClassDefFoundError("x"), new ExceptionInInitializerError("x"),
					new InterruptedException("x"))
			.map((failure) -> Named.of(failure.getClass().getSimpleName(), failure));
	}

	static Stream<Arguments> failuresMappedAndNot() {
		return failures().flatMap((failure) -> Stream.of(Arguments.of(failure, true), Arguments.of(failure, false)));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answersForMiddlewareThatGivesNoResponse(boolean mapped) {
		assertInternalError(server((request, chain) -> Mono.empty(), mapped), "ping");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answersForMiddlewareThatLosesTheResponse(boolean mapped) {
		assertInternalError(server((request, chain) -> chain.next(request).filter((response) -> false), mapped),
				"ping");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@SuppressWarnings("NullAway")
	void answersForMiddlewareThatReturnsNull(boolean mapped) {
		assertInternalError(server((request, chain) -> null, mapped), "ping");
	}

	@ParameterizedTest
	@MethodSource("failuresMappedAndNot")
	void answersForMiddlewareThatThrows(Throwable failure, boolean mapped) {
		assertInternalError(server((request, chain) -> sneakyThrow(failure), mapped), "ping");
	}

	@ParameterizedTest
	@MethodSource("failuresMappedAndNot")
	void answersForMiddlewareThatSignals(Throwable failure, boolean mapped) {
		assertInternalError(server((request, chain) -> Mono.error(failure), mapped), "ping");
	}

	@ParameterizedTest
	@MethodSource("failuresMappedAndNot")
	void answersForMiddlewareThatThrowsWhenSubscribed(Throwable failure, boolean mapped) {
		assertInternalError(server((request, chain) -> Mono.defer(() -> sneakyThrow(failure)), mapped), "ping");
	}

	@ParameterizedTest
	@MethodSource("failures")
	void answersForMiddlewareThatThrowsAfterTheMethod(Throwable failure) {
		assertInternalError(
				server((request, chain) -> chain.next(request).map((response) -> sneakyThrow(failure)), true), "ping");
	}

	// where the failure of a method is seen: at once, by a worker, by another thread
	private static List<JsonRpcMethod> failing() {
		RpcFunction fail = RpcFunction.named("fail");
		IllegalStateException failure = new IllegalStateException("fails");
		return List.of(fail.callReactive(() -> Mono.error(failure)), fail.call(() -> sneakyThrow(failure)),
				fail.callReactive(() -> Mono.delay(Duration.ofMillis(1)).map((tick) -> sneakyThrow(failure))));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void answersForResolverThatFails(Throwable failure) {
		RpcExceptionResolver resolver = (exception, request) -> sneakyThrow(failure);
		for (JsonRpcMethod failing : failing()) {
			assertInternalError(TestServer.of(
					TestServer.builder()
						.middleware(new ExceptionMappingMiddleware(List.of(resolver), IncludeException.NEVER)),
					PING, failing), "fail");
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void answersForMappingThatFails(Throwable failure) {
		ExceptionMappingMiddleware mapping = new ExceptionMappingMiddleware(List.of(), IncludeException.NEVER) {

			@Override
			public JsonRpcError toError(Throwable exception, JsonRpcRequest request) {
				return sneakyThrow(failure);
			}

		};
		for (JsonRpcMethod failing : failing()) {
			assertInternalError(TestServer.of(TestServer.builder().middleware(mapping), PING, failing), "fail");
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void answersForMiddlewareThatFailsOverAFailure(Throwable failure) {
		for (JsonRpcMethod failing : failing()) {
			assertInternalError(TestServer.of(TestServer.builder()
				.middleware(ExceptionMappingMiddlewareTests.mapping())
				.middleware((request, chain) -> chain.next(request).onErrorResume((ex) -> sneakyThrow(failure))), PING,
					failing), "fail");
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void mapsFailuresInBatchesLikeOthers(Throwable failure) {
		RpcExceptionResolver resolver = (exception, request) -> new JsonRpcError(7,
				exception.getClass().getSimpleName(), null);
		TestServer server = TestServer.of(
				TestServer.builder()
					.middleware(new ExceptionMappingMiddleware(List.of(resolver), IncludeException.NEVER))
					.middleware((request, chain) -> request.method().equals("ping") ? Mono.error(failure)
							: chain.next(request)),
				PING, RpcFunction.named("fail").callReactive(() -> Mono.error(failure)));
		for (String method : List.of("ping", "fail")) {
			String request = TestServer.request(method, "[]");
			assertThat(server.answer("[" + request + "]")).isEqualTo("[" + server.answer(request) + "]")
				.doesNotContain("ReactiveException");
		}
	}

	static Stream<Arguments> failingMethods() {
		return failures().flatMap((named) -> {
			Throwable failure = named.getPayload();
			return Stream
				.of(failing(named, "throws", () -> sneakyThrow(failure)),
						failing(named, "signals", () -> Mono.error(failure)),
						failing(named, "signals as Flux", () -> Flux.error(failure)),
						failing(named, "throws when subscribed", () -> Mono.fromCallable(() -> sneakyThrow(failure))),
						failing(named, "fails a future", () -> CompletableFuture.failedFuture(failure)))
				.flatMap((arguments) -> arguments);
		});
	}

	private static Stream<Arguments> failing(Named<Throwable> failure, String how, Supplier<@Nullable Object> method) {
		return Stream.of(true, false)
			.map((blocking) -> Arguments.of(blocking, Named.of(how + " " + failure.getName(), method)));
	}

	@ParameterizedTest(name = "blocking = {0}: {1}")
	@MethodSource("failingMethods")
	void answersForMethodThatFails(boolean blocking, Supplier<@Nullable Object> method) {
		RpcFunction fail = RpcFunction.named("fail");
		JsonRpcMethod failing = blocking ? fail.call(method) : fail.callReactive(method);
		assertInternalError(TestServer.with(PING, failing), "fail");
	}

	@Test
	void keepsErrorOfMiddlewareWithoutExceptionMapping() {
		TestServer server = server((request, chain) -> Mono.error(new JsonRpcException(7, "seven", "data")), false);
		assertAnswer(server, "ping",
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":7,\"message\":\"seven\",\"data\":\"data\"},\"id\":\"id\"}");
	}

	@Test
	void givesAnswerToSomethingElseTheIdOfTheRequest() {
		assertAnswer(server((request, chain) -> Mono.just(JsonRpcResponse.success(JsonRpcId.of(99), "mine")), true),
				"ping", TestServer.result("\"mine\"", "\"id\""));
		assertAnswer(
				server((request, chain) -> Mono
					.just(JsonRpcResponse.failure(JsonRpcId.NULL, new JsonRpcException(7, "seven").error())), true),
				"ping", TestServer.error(7, "seven", "\"id\""));
	}

	@Test
	void givesAnswerWithoutIdTheIdOfTheRequest() {
		assertAnswer(server((request, chain) -> chain.next(request.asNotification()), true), "ping",
				TestServer.result("\"pong\"", "\"id\""));
		assertAnswer(server((request, chain) -> Mono.just(JsonRpcResponse.success(null, "mine")), true), "ping",
				TestServer.result("\"mine\"", "\"id\""));
	}

	@Test
	void answersNoNotificationThatMiddlewareGivesAnId() {
		TestServer server = server((request, chain) -> Mono.just(JsonRpcResponse.success(JsonRpcId.of(1), "x")), true);
		StepVerifier.create(server.send(TestServer.notification("ping", "[]")))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@SuppressWarnings("unchecked")
	private static <T, E extends Throwable> T sneakyThrow(Throwable failure) throws E {
		throw (E) failure;
	}

}
