package io.github.springjsonrpc.server;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * The {@link JsonRpcServer}.
 */
final class DefaultJsonRpcServer implements JsonRpcServer {

	private static final Log logger = LogFactory.getLog(JsonRpcServer.class);

	private final String name;

	private final JsonRpcCodec codec;

	private final DefaultRpcMethodRegistry methods;

	private final RpcMiddleware.Chain chain;

	private final NullIdPolicy nullId;

	private final int maxBatchSize;

	private final int batchConcurrency;

	DefaultJsonRpcServer(JsonRpcServerBuilder builder) {
		this.name = builder.name;
		this.codec = builder.codec;
		this.methods = new DefaultRpcMethodRegistry(builder.codec);
		this.chain = RpcMiddleware.chain(builder.middlewares, new MethodInvoker(this.methods, builder));
		this.nullId = builder.nullId;
		this.maxBatchSize = builder.maxBatchSize;
		this.batchConcurrency = builder.batchConcurrency;
		if (builder.introspection) {
			this.methods.addReserved(new IntrospectionMethod(this.methods));
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public JsonRpcCodec codec() {
		return this.codec;
	}

	@Override
	public RpcMethodRegistry methods() {
		return this.methods;
	}

	@Override
	public int maxBatchSize() {
		return this.maxBatchSize;
	}

	@Override
	public Mono<JsonRpcMessage> handle(JsonRpcMessage message, RpcMiddleware transport) {
		RpcMiddleware.Chain whole = (request) -> transport.handle(request, this.chain);
		return (message instanceof JsonRpcBatch batch)
				? new BatchCall(batch.messages(), (entry) -> answer(entry, whole), this.batchConcurrency)
				: widen(answer(message, whole));
	}

	// a response is a message, and a Mono only ever gives
	@SuppressWarnings("unchecked")
	private static Mono<JsonRpcMessage> widen(Mono<? extends JsonRpcMessage> mono) {
		return (Mono<JsonRpcMessage>) mono;
	}

	private Mono<JsonRpcResponse> answer(JsonRpcMessage message, RpcMiddleware.Chain whole) {
		if (message instanceof JsonRpcRequest request) {
			return answer(request, whole);
		}
		if (message instanceof InvalidMessage invalid) {
			logger.debug("Invalid JSON-RPC message: " + invalid.reason());
			return Mono.just(invalid.toResponse());
		}
		JsonRpcId id = (message instanceof JsonRpcResponse response) ? response.id() : null;
		return Mono.just(
				JsonRpcResponse.failure((id != null) ? id : JsonRpcId.NULL, JsonRpcErrorCode.INVALID_REQUEST.error()));
	}

	private Mono<JsonRpcResponse> answer(JsonRpcRequest request, RpcMiddleware.Chain whole) {
		if (request.isNotification()) {
			return execute(request, whole);
		}
		if (request.id() == JsonRpcId.NULL && this.nullId != NullIdPolicy.ANSWER) {
			return (this.nullId == NullIdPolicy.REJECT)
					? Mono.just(JsonRpcResponse.failure(JsonRpcId.NULL, JsonRpcErrorCode.INVALID_REQUEST.error()))
					: execute(request.asNotification(), whole);
		}
		return new AnsweredCall(whole, request);
	}

	/**
	 * Run a notification to its end, whether or not its sender is still there then.
	 */
	private Mono<JsonRpcResponse> execute(JsonRpcRequest notification, RpcMiddleware.Chain whole) {
		return Mono.deferContextual((context) -> Mono
			.fromFuture(new AnsweredCall(whole, notification).contextWrite(context).toFuture(), true)
			.then(Mono.empty()));
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		return new AnsweredCall(this.chain, request);
	}

}
