package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Builds a {@link JsonRpcClient}. Not thread-safe; to be used once, as the client closes
 * the transport.
 */
public final class JsonRpcClientBuilder {

	/**
	 * How long a response is waited for unless something else is said.
	 */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

	final Supplier<? extends JsonRpcTransport> transport;

	final JsonRpcCodec codec;

	final List<RpcMiddleware> middlewares = new ArrayList<>();

	final List<RpcErrorMapper> errorMappers = new ArrayList<>();

	RpcIdGenerator ids = RpcIdGenerator.counter();

	@Nullable Duration timeout = DEFAULT_TIMEOUT;

	JsonRpcClientBuilder(Supplier<? extends JsonRpcTransport> transport, JsonRpcCodec codec) {
		this.transport = transport;
		this.codec = codec;
	}

	/**
	 * Set what makes the ids.
	 * @param ids the generator, a {@link RpcIdGenerator#counter() counter} by default
	 * @return this builder
	 */
	public JsonRpcClientBuilder idGenerator(RpcIdGenerator ids) {
		this.ids = ids;
		return this;
	}

	/**
	 * Set how long to wait for a response.
	 * @param timeout the time, 30 seconds by default, or {@code null} for no limit
	 * @return this builder
	 */
	public JsonRpcClientBuilder timeout(@Nullable Duration timeout) {
		Assert.isTrue(timeout == null || (!timeout.isNegative() && !timeout.isZero()), "'timeout' must be positive");
		this.timeout = timeout;
		return this;
	}

	/**
	 * Add middleware, inside of what was added before.
	 * @param middlewares the middlewares, the outermost first
	 * @return this builder
	 */
	public JsonRpcClientBuilder middleware(RpcMiddleware... middlewares) {
		return middleware(List.of(middlewares));
	}

	/**
	 * Add middleware, inside of what was added before.
	 * @param middlewares the middlewares, the outermost first
	 * @return this builder
	 */
	public JsonRpcClientBuilder middleware(List<? extends RpcMiddleware> middlewares) {
		this.middlewares.addAll(middlewares);
		return this;
	}

	/**
	 * Add mappers of errors, to be asked after those that were added before.
	 * @param mappers the mappers
	 * @return this builder
	 */
	public JsonRpcClientBuilder errorMapper(RpcErrorMapper... mappers) {
		return errorMapper(List.of(mappers));
	}

	/**
	 * Add mappers of errors, to be asked after those that were added before.
	 * @param mappers the mappers
	 * @return this builder
	 */
	public JsonRpcClientBuilder errorMapper(List<? extends RpcErrorMapper> mappers) {
		this.errorMappers.addAll(mappers);
		return this;
	}

	/**
	 * Build the client.
	 * @return a new client
	 */
	public JsonRpcClient build() {
		return new DefaultJsonRpcClient(this);
	}

}
