package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Builds a {@link JsonRpcServer}. Not thread-safe; it may be used again.
 */
public final class JsonRpcServerBuilder {

	final JsonRpcCodec codec;

	final List<RpcMiddleware> middlewares = new ArrayList<>();

	String name = JsonRpcServer.DEFAULT_NAME;

	NullIdPolicy nullId = NullIdPolicy.ANSWER;

	int maxBatchSize = 1000;

	int batchConcurrency = 16;

	int maxCollectedItems = 10_000;

	@Nullable Duration timeout;

	Scheduler scheduler = Schedulers.boundedElastic();

	boolean introspection;

	JsonRpcServerBuilder(JsonRpcCodec codec) {
		this.codec = codec;
	}

	/**
	 * Set the name.
	 * @param name the name, {@value JsonRpcServer#DEFAULT_NAME} by default
	 * @return this builder
	 */
	public JsonRpcServerBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Add middleware, inside of what was added before.
	 * @param middlewares the middlewares, the outermost first
	 * @return this builder
	 */
	public JsonRpcServerBuilder middleware(RpcMiddleware... middlewares) {
		return middleware(List.of(middlewares));
	}

	/**
	 * Add middleware, inside of what was added before.
	 * @param middlewares the middlewares, the outermost first
	 * @return this builder
	 */
	public JsonRpcServerBuilder middleware(List<? extends RpcMiddleware> middlewares) {
		this.middlewares.addAll(middlewares);
		return this;
	}

	/**
	 * Set what a request with {@code "id": null} is taken for.
	 * @param policy the policy, {@link NullIdPolicy#ANSWER} by default
	 * @return this builder
	 */
	public JsonRpcServerBuilder nullId(NullIdPolicy policy) {
		this.nullId = policy;
		return this;
	}

	/**
	 * Set how many entries a batch may have.
	 * @param entries the number, 1000 by default
	 * @return this builder
	 */
	public JsonRpcServerBuilder maxBatchSize(int entries) {
		Assert.isTrue(entries > 0, "'entries' must be positive");
		this.maxBatchSize = entries;
		return this;
	}

	/**
	 * Set how many entries of one batch run at the same time.
	 * @param calls the number, 16 by default
	 * @return this builder
	 */
	public JsonRpcServerBuilder batchConcurrency(int calls) {
		Assert.isTrue(calls > 0, "'calls' must be positive");
		this.batchConcurrency = calls;
		return this;
	}

	/**
	 * Set how many items of a {@code Flux} are collected into one result. A call that has
	 * more fails with -32003.
	 * @param items the number, 10,000 by default
	 * @return this builder
	 */
	public JsonRpcServerBuilder maxCollectedItems(int items) {
		Assert.isTrue(items > 0, "'items' must be positive");
		this.maxCollectedItems = items;
		return this;
	}

	/**
	 * Set how long a method may take. A call that takes longer is cancelled and fails
	 * with -32002.
	 * @param timeout the time, or {@code null}, the default, for no limit
	 * @return this builder
	 */
	public JsonRpcServerBuilder timeout(@Nullable Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	/**
	 * Set where blocking methods run. A call that it rejects fails with -32005.
	 * @param scheduler the scheduler, Reactor's bounded elastic one by default; the
	 * server does not dispose of it
	 * @return this builder
	 */
	public JsonRpcServerBuilder scheduler(Scheduler scheduler) {
		this.scheduler = scheduler;
		return this;
	}

	/**
	 * Set whether the server offers {@code rpc.methods}, which lists its methods.
	 * @param introspection {@code false} by default
	 * @return this builder
	 */
	public JsonRpcServerBuilder introspection(boolean introspection) {
		this.introspection = introspection;
		return this;
	}

	/**
	 * Build the server.
	 * @return a new server without methods
	 */
	public JsonRpcServer build() {
		return new DefaultJsonRpcServer(this);
	}

}
