package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.List;

import io.github.springjsonrpc.codec.MessageEncoder;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls whose failure, or whose result, fails itself when somebody looks at it.
 * Seed row S48.
 */
class UnprintableFailureTests {

	private static final String BATCH = "[{'jsonrpc':'2.0','method':'ok','id':1},"
			+ "{'jsonrpc':'2.0','method':'bad','id':2},{'jsonrpc':'2.0','method':'ok','id':3}]";

	private static final String ANSWER = "[{\"jsonrpc\":\"2.0\",\"result\":\"ok\",\"id\":1},"
			+ "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":2},"
			+ "{\"jsonrpc\":\"2.0\",\"result\":\"ok\",\"id\":3}]";

	private static final JsonRpcMethod OK = RpcFunction.named("ok").callReactive(() -> "ok");

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answersForExceptionThatCannotTellItsMessage(boolean mapped) {
		JsonRpcServerBuilder builder = TestServer.builder();
		if (mapped) {
			builder.middleware(new ExceptionMappingMiddleware(List.of(), IncludeException.NEVER));
		}
		TestServer server = TestServer.of(builder, OK, RpcFunction.named("bad").call(() -> {
			throw new SilentException();
		}));
		assertThat(server.send(BATCH).block(TestServer.TIMEOUT)).isEqualTo(ANSWER);
	}

	@ParameterizedTest
	@ValueSource(classes = { LinkageFailure.class, AssertionFailure.class })
	void answersForResultWhosePropertyFailsWithAnError(Class<?> type) throws Exception {
		Object result = type.getDeclaredConstructor().newInstance();
		TestServer server = TestServer.with(OK, RpcFunction.named("bad").call(() -> result));
		JsonRpcMessage message = server.server()
			.handle(TestServer.read(BATCH), (request, chain) -> chain.next(request))
			.block(TestServer.TIMEOUT);
		assertThat(new MessageEncoder(TestServer.CODEC, 10_000).encode(message, DefaultDataBufferFactory.sharedInstance)
			.toString(UTF_8)).isEqualTo(ANSWER);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answersForMiddlewareThatFailsFatallyOnAnotherThread(boolean blocking) {
		JsonRpcServerBuilder builder = TestServer.builder()
			.middleware((request, chain) -> chain.next(request).map((response) -> {
				throw new NoClassDefFoundError("gone");
			}));
		RpcFunction function = RpcFunction.named("bad");
		TestServer server = TestServer.of(builder,
				blocking ? function.call(() -> 1) : function.callReactive(() -> Mono.delay(Duration.ofMillis(1))));
		assertThat(server.send("{'jsonrpc':'2.0','method':'bad','id':2}").block(TestServer.TIMEOUT))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":2}");
	}

	static final class SilentException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public @Nullable String getMessage() {
			throw new IllegalStateException("no message");
		}

	}

	public static final class LinkageFailure {

		public String getValue() {
			throw new NoClassDefFoundError("gone");
		}

	}

	public static final class AssertionFailure {

		public String getValue() {
			throw new AssertionError("wrong");
		}

	}

}
