package io.github.springjsonrpc.client.proxy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.server.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Exceptions that stand for error codes.
 */
class DeclaredErrorsTests {

	private static Shop failing(int code, String message, @Nullable Object data) {
		return Recorder
			.answering(new JsonRpcError(code, message, (data != null) ? TestServer.CODEC.toJson(data) : null))
			.proxy(Shop.class);
	}

	@Test
	void throwsDeclaredExceptionWithMessageAndData() {
		assertThatExceptionOfType(OutOfStock.class)
			.isThrownBy(() -> failing(1001, "Too few", Map.of("left", 3, "names", List.of("a"))).order(7))
			.withMessage("Too few")
			.satisfies((ex) -> assertThat(ex.getStock()).isEqualTo(new Stock(3, List.of("a"))))
			.satisfies((ex) -> assertThat(ex.getCause()).isInstanceOfSatisfying(JsonRpcException.class,
					(cause) -> assertThat(cause.call()).hasFieldOrPropertyWithValue("method", "order")));
	}

	@Test
	void throwsDeclaredCheckedException() {
		assertThatExceptionOfType(Unknown.class).isThrownBy(() -> failing(404, "No such order", null).order(7))
			.withMessage("No such order")
			.withCauseExactlyInstanceOf(JsonRpcException.class);
	}

	@Test
	void throwsExceptionOfTheLibraryForOtherCodes() {
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> failing(9, "Other", null).order(7))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(9));
	}

	@Test
	void throwsExceptionOfTheLibraryWhereNoneIsDeclared() {
		assertThatException().isThrownBy(() -> failing(404, "No such order", null).undeclared(7))
			.isExactlyInstanceOf(JsonRpcException.class);
	}

	@Test
	void throwsExceptionOfTheLibraryIfDataDoesNotFit() {
		assertThatException().isThrownBy(() -> failing(1001, "Too few", "three").order(7))
			.isExactlyInstanceOf(JsonRpcException.class)
			.withMessage("Too few");
	}

	@Test
	void throwsExceptionOfTheLibraryIfPrimitiveDataIsAbsent() {
		assertThatException().isThrownBy(() -> failing(1002, "Too many", null).order(7))
			.isExactlyInstanceOf(JsonRpcException.class);
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> failing(1002, "Too many", 5).order(7))
			.withMessage("5 are too many");
	}

	@Test
	void signalsDeclaredException() throws Exception {
		StepVerifier.create(failing(404, "No such order", null).reactive(7))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(Unknown.class).hasMessage("No such order"))
			.verify(TestServer.TIMEOUT);
		assertThat(failing(404, "No such order", null).future(7)).failsWithin(TestServer.TIMEOUT)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(Unknown.class);
	}

	@Test
	void handsExceptionsWhatTheyStandFor() {
		assertThatExceptionOfType(Wrapped.class).isThrownBy(() -> failing(1003, "Wrapped", null).order(7))
			.satisfies((ex) -> assertThat(ex.code).isEqualTo(1003))
			.withCauseInstanceOf(JsonRpcException.class);
	}

	@Test
	void mapsRegisteredExceptionsForAnyCall() {
		JsonRpcClient client = JsonRpcClient
			.builder(Recorder.answering(new JsonRpcError(404, "No such order", null)), TestServer.CODEC)
			.errorMapper(AnnotatedErrorMapper.of(Unknown.class, TooMany.class))
			.build();
		StepVerifier.create(client.method("order").retrieve(String.class))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(Unknown.class).hasMessage("No such order"))
			.verify(TestServer.TIMEOUT);
	}

	interface Shop {

		String order(long id) throws OutOfStock, Unknown, TooMany, Wrapped;

		String undeclared(long id);

		Mono<String> reactive(long id) throws Unknown;

		CompletableFuture<String> future(long id) throws Unknown;

	}

	record Stock(int left, List<String> names) {

	}

	@RpcError(code = 1001, data = "stock")
	static class OutOfStock extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Stock stock;

		OutOfStock(Stock stock, String message) {
			super(message);
			this.stock = stock;
		}

		Stock getStock() {
			return this.stock;
		}

	}

	@RpcError(code = 404)
	static class Unknown extends Exception {

		private static final long serialVersionUID = 1L;

		Unknown(long id) {
			super("No order " + id);
		}

		Unknown(String message) {
			super(message);
		}

	}

	@RpcError(code = 1002, data = "number")
	static class TooMany extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooMany(int number) {
			super(number + " are too many");
		}

	}

	@RpcError(code = 1003)
	static class Wrapped extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int code;

		Wrapped(JsonRpcException cause) {
			super(cause);
			this.code = cause.code();
		}

	}

}
