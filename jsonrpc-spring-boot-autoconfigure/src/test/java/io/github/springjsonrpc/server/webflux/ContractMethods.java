package io.github.springjsonrpc.server.webflux;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The methods that the contract calls: those of the specification's examples first.
 */
@RpcService
class ContractMethods {

	@RpcMethod
	int subtract(int minuend, int subtrahend) {
		return minuend - subtrahend;
	}

	@RpcMethod
	int sum(int... numbers) {
		return IntStream.of(numbers).sum();
	}

	@RpcMethod
	void update(int... numbers) {
	}

	@RpcMethod("notify_hello")
	void notifyHello(int number) {
	}

	@RpcMethod("notify_sum")
	void notifySum(int... numbers) {
	}

	@RpcMethod("get_data")
	List<Object> data() {
		return List.of("hello", 5);
	}

	@RpcMethod
	Mono<JsonRpcParams> echo(JsonRpcParams params) {
		return Mono.just(params);
	}

	@RpcMethod
	int integer(int value) {
		return value;
	}

	@RpcMethod("long")
	long longInteger(long value) {
		return value;
	}

	@RpcMethod
	BigDecimal decimal(BigDecimal value) {
		return value;
	}

	@RpcMethod("boolean")
	boolean truth(boolean value) {
		return value;
	}

	@RpcMethod
	String text(String value) {
		return value;
	}

	@RpcMethod
	UUID uuid(UUID value) {
		return value;
	}

	@RpcMethod
	Colour colour(Colour value) {
		return value;
	}

	@RpcMethod
	List<Point> points(List<Point> values) {
		return new ArrayList<>(values);
	}

	@RpcMethod
	Point move(Point point, @RpcParam("by") int distance) {
		return new Point(point.x() + distance, point.y() + distance);
	}

	@RpcMethod
	String greet(Optional<String> name, @RpcParam(defaultValue = "!") String mark) {
		return "Hello " + name.orElse("you") + mark;
	}

	@RpcMethod
	@Nullable String nullable(@Nullable String value) {
		return value;
	}

	@RpcMethod
	Mono<String> mono(String value) {
		return Mono.just(value);
	}

	@RpcMethod
	Mono<String> empty() {
		return Mono.empty();
	}

	@RpcMethod
	Flux<Integer> range(int count) {
		return Flux.range(1, count);
	}

	@RpcMethod
	CompletableFuture<String> future(String value) {
		return CompletableFuture.supplyAsync(() -> value);
	}

	@RpcMethod
	void fail(String secret) {
		throw new IllegalStateException("secret: " + secret);
	}

	@RpcMethod
	Mono<String> failLater() {
		return Mono.error(new IllegalStateException("secret"));
	}

	@RpcMethod
	void refuse(int code, String message, @Nullable Object data) {
		throw new JsonRpcException(code, message, data);
	}

	@RpcMethod
	Map<String, Object> unwritable() {
		return Map.of("self", new Unwritable());
	}

	enum Colour {

		RED, GREEN

	}

	record Point(int x, int y) {

	}

	static final class Unwritable {

		public String getSecret() {
			throw new IllegalStateException("secret");
		}

	}

}
