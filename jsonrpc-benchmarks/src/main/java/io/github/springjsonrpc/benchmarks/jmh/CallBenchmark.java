package io.github.springjsonrpc.benchmarks.jmh;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.benchmarks.server.HandRpc;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.MessageEncoder;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcMethodDetector;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * A call without a network: bytes in, bytes out, step by step and as a whole, beside the
 * same by hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CallBenchmark {

	private static final byte[] ADD = request(1).getBytes(StandardCharsets.UTF_8);

	private static final byte[] BATCH = IntStream.range(0, 100)
		.mapToObj(CallBenchmark::request)
		.collect(Collectors.joining(",", "[", "]"))
		.getBytes(StandardCharsets.UTF_8);

	private final HandRpc hand = new HandRpc();

	private final JsonRpcCodec codec = new JsonRpcCodec(new JacksonValueMapper(JsonMapper.builder().build(), true));

	private final MessageEncoder encoder = new MessageEncoder(this.codec, 1 << 20);

	private final DefaultDataBufferFactory buffers = new DefaultDataBufferFactory();

	private final JsonRpcServer server = server();

	private final JsonRpcMessage request = this.codec.decode(ADD, 1000);

	private final JsonRpcMessage batch = this.codec.decode(BATCH, 1000);

	private final JsonRpcMessage response = answer(this.request);

	private final JsonRpcMessage responses = answer(this.batch);

	private JsonRpcServer server() {
		JsonRpcServer server = JsonRpcServer.builder(this.codec)
			.middleware(List.of(new ExceptionMappingMiddleware(List.of(), IncludeException.NEVER)))
			.build();
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("methods", new Methods());
		new RpcMethodDetector(beans, new RpcMethodFactory(List.of(), null, (type) -> {
			throw new IllegalStateException();
		}, RpcMethod.Execution.AUTO), List.of(server)).afterSingletonsInstantiated();
		return server;
	}

	private static String request(int id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"add\",\"params\":[" + id + ",2],\"id\":" + id + "}";
	}

	private JsonRpcMessage answer(JsonRpcMessage message) {
		JsonRpcMessage answer = this.server.handle(message, (request, chain) -> chain.next(request)).block();
		if (answer == null) {
			throw new IllegalStateException("No answer");
		}
		return answer;
	}

	@Benchmark
	public JsonRpcMessage decode() {
		return this.codec.decode(ADD, 1000);
	}

	@Benchmark
	public JsonRpcMessage dispatch() {
		return answer(this.request);
	}

	@Benchmark
	public DataBuffer encode() {
		return this.encoder.encode(this.response, this.buffers);
	}

	@Benchmark
	public DataBuffer call() {
		return this.encoder.encode(answer(this.codec.decode(ADD, 1000)), this.buffers);
	}

	@Benchmark
	public JsonRpcMessage decodeBatch() {
		return this.codec.decode(BATCH, 1000);
	}

	@Benchmark
	public JsonRpcMessage dispatchBatch() {
		return answer(this.batch);
	}

	@Benchmark
	public DataBuffer encodeBatch() {
		return this.encoder.encode(this.responses, this.buffers);
	}

	@Benchmark
	public DataBuffer callBatch() {
		return this.encoder.encode(answer(this.codec.decode(BATCH, 1000)), this.buffers);
	}

	@Benchmark
	public byte[] callByHand() {
		return byHand(ADD);
	}

	@Benchmark
	public byte[] callBatchByHand() {
		return byHand(BATCH);
	}

	private byte[] byHand(byte[] message) {
		byte[] answer = this.hand.answer(message).block();
		if (answer == null) {
			throw new IllegalStateException("No answer");
		}
		return answer;
	}

	/**
	 * What is called.
	 */
	static class Methods {

		@RpcMethod
		Mono<Integer> add(int a, int b) {
			return Mono.just(a + b);
		}

	}

}
