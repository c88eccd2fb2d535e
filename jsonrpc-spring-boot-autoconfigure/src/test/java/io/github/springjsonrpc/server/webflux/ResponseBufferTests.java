package io.github.springjsonrpc.server.webflux;

import java.util.List;
import java.util.function.Supplier;

import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.TestServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The buffer of a response is released whatever happens while it is written.
 */
class ResponseBufferTests {

	private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(this.allocator);

	private final Sinks.One<Object> result = Sinks.one();

	private boolean encoded;

	private Disposable call(ServerHttpResponse response) {
		return handle(response, "\"id\":1", HttpStatusPolicy.DEFAULT).subscribe();
	}

	private Mono<Void> handle(ServerHttpResponse response, String id, HttpStatusPolicy policy) {
		JsonRpcServer server = TestServer.with(RpcFunction.named("wait").callReactive(this.result::asMono)).server();
		JsonRpcHttpHandler handler = new JsonRpcHttpHandler(server, (exchange) -> true, policy, 1000, 1000);
		ServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.post("/rpc").body("{\"jsonrpc\":\"2.0\",\"method\":\"wait\"," + id + "}"));
		return handler.handle(new ServerWebExchangeDecorator(exchange) {
			@Override
			public ServerHttpResponse getResponse() {
				return response;
			}
		});
	}

	private void encode(Runnable meanwhile) {
		this.result.tryEmitValue(new Object() {
			public String getValue() {
				ResponseBufferTests.this.encoded = true;
				meanwhile.run();
				return "value";
			}
		}).orThrow();
	}

	private long unreleased() {
		return this.allocator.metric().usedHeapMemory() + this.allocator.metric().usedDirectMemory();
	}

	@Test
	void isReleasedIfTheClientGoesAwayMeanwhile() {
		MockServerHttpResponse response = new MockServerHttpResponse(this.factory);
		Disposable call = call(response);
		encode(call::dispose);
		assertThat(this.encoded).isTrue();
		assertThat(unreleased()).isZero();
	}

	@Test
	void isReleasedIfSomebodyElseAnswersMeanwhile() {
		MockServerHttpResponse response = new MockServerHttpResponse(this.factory);
		call(response);
		encode(() -> {
			response.setStatusCode(HttpStatus.GATEWAY_TIMEOUT);
			response.setComplete().block(TestServer.TIMEOUT);
		});
		assertThat(this.encoded).isTrue();
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.GATEWAY_TIMEOUT);
		assertThat(unreleased()).isZero();
	}

	@Test
	void isNotEvenMadeIfSomebodyElseHasAnswered() {
		MockServerHttpResponse response = new MockServerHttpResponse(this.factory);
		call(response);
		response.setComplete().block(TestServer.TIMEOUT);
		encode(() -> {
		});
		assertThat(this.encoded).isFalse();
		assertThat(unreleased()).isZero();
	}

	@Test
	void isNotEvenMadeIfNobodyWritesIt() {
		call(new ServerHttpResponseDecorator(new MockServerHttpResponse(this.factory)) {
			@Override
			public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
				return Mono.empty();
			}
		});
		encode(() -> {
		});
		assertThat(this.encoded).isFalse();
		assertThat(unreleased()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"id\":1", "\"other\":1" })
	void failsIfTheResponseThrowsWhenItIsWritten(String id) {
		for (Supplier<Mono<Void>> write : List.<Supplier<Mono<Void>>>of(() -> {
			throw new IllegalStateException("write");
		}, () -> {
			throw new NoClassDefFoundError("write");
		}, ResponseBufferTests::nothing)) {
			ServerHttpResponse response = new ServerHttpResponseDecorator(new MockServerHttpResponse(this.factory)) {
				@Override
				public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
					return write.get();
				}

				@Override
				public Mono<Void> setComplete() {
					return write.get();
				}
			};
			this.result.tryEmitValue("value");
			StepVerifier.create(handle(response, id, HttpStatusPolicy.DEFAULT))
				.expectError()
				.verify(TestServer.TIMEOUT);
			assertThat(unreleased()).isZero();
		}
	}

	@SuppressWarnings("NullAway")
	private static Mono<Void> nothing() {
		return null;
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"id\":1", "\"other\":1" })
	void hasDefaultStatusIfThePolicyFails(String id) {
		for (Error failure : List.of(new AssertionError("policy"), new NoClassDefFoundError("policy"))) {
			MockServerHttpResponse response = new MockServerHttpResponse(this.factory);
			this.result.tryEmitValue("value");
			StepVerifier.create(handle(response, id, (answer) -> {
				throw failure;
			})).expectComplete().verify(TestServer.TIMEOUT);
			assertThat(response.getStatusCode().is2xxSuccessful()).isTrue();
			response.getBodyAsString().block(TestServer.TIMEOUT);
		}
	}

	@Test
	void isWrittenWithItsLength() {
		MockServerHttpResponse response = new MockServerHttpResponse(this.factory);
		call(response);
		encode(() -> {
		});
		String body = "{\"jsonrpc\":\"2.0\",\"result\":{\"value\":\"value\"},\"id\":1}";
		assertThat(response.getHeaders().getContentLength()).isEqualTo(body.length());
		assertThat(response.getBodyAsString().block(TestServer.TIMEOUT)).isEqualTo(body);
	}

}
