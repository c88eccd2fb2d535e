package io.github.springjsonrpc.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.FailedCall;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExceptionMappingMiddleware}. Seed rows S47, S48, S141, S143, S156 and
 * S160.
 */
class ExceptionMappingMiddlewareTests {

	private static final JsonRpcId ID = JsonRpcId.of("id");

	private static final JsonRpcRequest REQUEST = JsonRpcRequest.request(ID, "fail", JsonRpcParams.none());

	private static final JsonRpcRequest NOTIFICATION = REQUEST.asNotification();

	/**
	 * Create a middleware that tells callers nothing.
	 */
	static ExceptionMappingMiddleware mapping(RpcExceptionResolver... resolvers) {
		return new ExceptionMappingMiddleware(List.of(resolvers), IncludeException.NEVER);
	}

	private static JsonRpcError error(ExceptionMappingMiddleware middleware, Throwable failure) {
		return answer(middleware, REQUEST, failure).error();
	}

	private static JsonRpcResponse answer(ExceptionMappingMiddleware middleware, JsonRpcRequest request,
			Throwable failure) {
		JsonRpcResponse answer = middleware.handle(request, (passed) -> Mono.error(failure)).block(TestServer.TIMEOUT);
		assertThat(answer).isNotNull();
		assertThat(answer.isError()).isTrue();
		assertThat(answer.id()).isSameAs(request.id());
		return answer;
	}

	@Test
	void leavesSuccessAsItIs() {
		JsonRpcResponse success = JsonRpcResponse.success(ID, "fine");
		assertThat(mapping().handle(REQUEST, (request) -> Mono.just(success)).block(TestServer.TIMEOUT))
			.isSameAs(success);
	}

	@Test
	void answersJsonRpcExceptionAsItIs() {
		JsonRpcError error = error(mapping(), new JsonRpcException(-32050, "own", List.of(1, 2)));
		assertThat(error).isEqualTo(new JsonRpcError(-32050, "own", List.of(1, 2)));
	}

	private static JsonRpcException ofClient() {
		JsonRpcException exception = new JsonRpcException(-32602, "Invalid params", "secret");
		exception.initCall(new FailedCall("other", JsonRpcId.of(7), "https://secret.example"));
		return exception;
	}

	@Test
	void tellsNothingOfWhatAClientThrew() {
		assertThat(error(mapping(), ofClient())).isEqualTo(JsonRpcErrorCode.INTERNAL_ERROR.error());
	}

	@Test
	void asksResolversAboutWhatAClientThrew() {
		JsonRpcError error = error(
				mapping((exception, request) -> (exception instanceof JsonRpcException known) ? known.error() : null),
				ofClient());
		assertThat(error).isEqualTo(new JsonRpcError(-32602, "Invalid params", "secret"));
	}

	@Test
	void answersExceptionThatIsThrownRatherThanSignalled() {
		JsonRpcResponse answer = RpcMiddleware.chain(List.of(mapping()), (request) -> {
			throw new JsonRpcException(7, "seven");
		}).next(REQUEST).block(TestServer.TIMEOUT);
		assertThat(answer).isNotNull();
		assertThat(answer.id()).isSameAs(ID);
		assertThat(answer.error()).isEqualTo(new JsonRpcError(7, "seven", null));
	}

	@Test
	void showsNoResolverAJsonRpcException() {
		ExceptionMappingMiddleware middleware = mapping((ex, request) -> new JsonRpcError(1, "resolved", null));
		assertThat(error(middleware, new InvalidParamsException()).code())
			.isEqualTo(JsonRpcErrorCode.INVALID_PARAMS.code());
	}

	@Test
	void asksResolversInOrder() {
		List<String> asked = new ArrayList<>();
		ExceptionMappingMiddleware middleware = mapping((ex, request) -> {
			asked.add("first");
			return null;
		}, (ex, request) -> {
			asked.add("second " + ex.getMessage() + " " + request.method());
			return new JsonRpcError(2, "second", null);
		}, (ex, request) -> {
			asked.add("third");
			return new JsonRpcError(3, "third", null);
		});
		assertThat(error(middleware, new IllegalStateException("x"))).isEqualTo(new JsonRpcError(2, "second", null));
		assertThat(asked).containsExactly("first", "second x fail");
	}

	@Test
	void goesOnAfterResolverThatFails() {
		ExceptionMappingMiddleware middleware = mapping((ex, request) -> {
			throw new IllegalArgumentException("broken resolver");
		}, (ex, request) -> new JsonRpcError(2, "second", null));
		try (CapturedLog log = CapturedLog.of(ExceptionMappingMiddleware.class, Level.WARN)) {
			assertThat(error(middleware, new IllegalStateException("x")).code()).isEqualTo(2);
			assertThat(log.events()).singleElement().satisfies((event) -> {
				assertThat(event.getLevel()).isEqualTo(Level.ERROR);
				assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken resolver");
			});
		}
	}

	@Test
	void answersInternalErrorIfTheOnlyResolverFails() {
		ExceptionMappingMiddleware middleware = mapping((ex, request) -> {
			throw new IllegalArgumentException("broken resolver");
		});
		assertThat(error(middleware, new IllegalStateException("x")))
			.isEqualTo(JsonRpcErrorCode.INTERNAL_ERROR.error());
	}

	@Test
	void keepsDataOfAnyType() {
		record Detail(String field, List<Integer> values) {
		}
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("a", null);
		map.put("b", List.of(true));
		assertThat(written(new Detail("x", List.of(1, 2)))).endsWith("{\"field\":\"x\",\"values\":[1,2]}},\"id\":1}");
		assertThat(written(map)).endsWith(",\"data\":{\"a\":null,\"b\":[true]}},\"id\":1}");
		assertThat(written(List.of("a", 1))).endsWith(",\"data\":[\"a\",1]},\"id\":1}");
		assertThat(written("text")).endsWith(",\"data\":\"text\"},\"id\":1}");
		assertThat(written(1.5)).endsWith(",\"data\":1.5},\"id\":1}");
		assertThat(written(false)).endsWith(",\"data\":false},\"id\":1}");
		assertThat(written(null)).isEqualTo(TestServer.error(7, "seven"));
	}

	private static String written(@Nullable Object data) {
		return TestServer.of(TestServer.builder().middleware(mapping()), RpcFunction.named("fail").callReactive(() -> {
			throw new JsonRpcException(7, "seven", data);
		})).call("fail", "[]");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void tellsNothingOfAnUnexpectedException(boolean error) {
		Throwable failure = error ? new AssertionError("password=1234") : new IllegalStateException("password=1234");
		assertThat(error(mapping(), failure)).isEqualTo(JsonRpcErrorCode.INTERNAL_ERROR.error());
	}

	@ParameterizedTest
	@EnumSource(names = { "MESSAGE", "STACK_TRACE" })
	void tellsOfAnUnexpectedExceptionWhatItIsAskedTo(IncludeException include) {
		ExceptionMappingMiddleware middleware = new ExceptionMappingMiddleware(List.of(), include);
		JsonRpcError error = error(middleware, new IllegalStateException("not today"));
		assertThat(error.code()).isEqualTo(-32603);
		assertThat(error.message()).isEqualTo("Internal error");
		Map<?, ?> data = (Map<?, ?>) error.data();
		assertThat(data).isNotNull();
		assertThat(data.get("exception")).isEqualTo("java.lang.IllegalStateException");
		assertThat(data.get("message")).isEqualTo("not today");
		if (include == IncludeException.STACK_TRACE) {
			assertThat(data.get("stackTrace")).asString()
				.contains("java.lang.IllegalStateException: not today", getClass().getName());
		}
		else {
			assertThat(data.containsKey("stackTrace")).isFalse();
		}
	}

	@Test
	void tellsOfExceptionWithoutMessage() {
		ExceptionMappingMiddleware middleware = new ExceptionMappingMiddleware(List.of(), IncludeException.MESSAGE);
		Map<?, ?> data = (Map<?, ?>) error(middleware, new IllegalStateException()).data();
		assertThat(data).isNotNull();
		assertThat(data.get("exception")).isEqualTo("java.lang.IllegalStateException");
	}

	@ParameterizedTest
	@EnumSource(IncludeException.class)
	void addsNothingToAnErrorThatIsMeant(IncludeException include) {
		ExceptionMappingMiddleware middleware = new ExceptionMappingMiddleware(
				List.of((ex, request) -> new JsonRpcError(2, "resolved", null)), include);
		assertThat(error(middleware, new JsonRpcException(7, "seven")).data()).isNull();
		assertThat(error(middleware, new IllegalStateException("x")).data()).isNull();
	}

	@Test
	void logsUnexpectedExceptionWithStackTrace() {
		ILoggingEvent event = logged(mapping(), REQUEST, new IllegalStateException("not today"));
		assertThat(event.getLevel()).isEqualTo(Level.ERROR);
		assertThat(event.getFormattedMessage()).contains("request", "\"id\"", "fail");
		assertThat(event.getThrowableProxy().getMessage()).isEqualTo("not today");
		assertThat(event.getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty();
	}

	@Test
	void logsUnexpectedExceptionOfNotificationWithStackTrace() {
		ILoggingEvent event = logged(mapping(), NOTIFICATION, new IllegalStateException("not today"));
		assertThat(event.getLevel()).isEqualTo(Level.ERROR);
		assertThat(event.getThrowableProxy().getMessage()).isEqualTo("not today");
	}

	@Test
	void warnsOfNotificationThatFails() {
		JsonRpcException failure = new JsonRpcException(new JsonRpcError(7, "seven", null),
				new IllegalStateException("cause"));
		ILoggingEvent event = logged(mapping(), NOTIFICATION, failure);
		assertThat(event.getLevel()).isEqualTo(Level.WARN);
		assertThat(event.getFormattedMessage()).contains("notification fail", "7 seven");
		assertThat(event.getThrowableProxy().getMessage()).isEqualTo("cause");
	}

	@Test
	void logsWhatIsAnsweredOnPurposeForThoseWhoLookForIt() {
		assertThat(logged(mapping(), REQUEST, new JsonRpcException(7, "seven")).getLevel()).isEqualTo(Level.DEBUG);
		ExceptionMappingMiddleware resolving = mapping((ex, request) -> new JsonRpcError(2, "resolved", null));
		ILoggingEvent event = logged(resolving, REQUEST, new IllegalStateException("x"));
		assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
		assertThat(event.getThrowableProxy().getMessage()).isEqualTo("x");
	}

	private static ILoggingEvent logged(ExceptionMappingMiddleware middleware, JsonRpcRequest request,
			Throwable failure) {
		try (CapturedLog log = CapturedLog.of(ExceptionMappingMiddleware.class, Level.DEBUG)) {
			answer(middleware, request, failure);
			assertThat(log.events()).hasSize(1);
			return log.events().get(0);
		}
	}

}
