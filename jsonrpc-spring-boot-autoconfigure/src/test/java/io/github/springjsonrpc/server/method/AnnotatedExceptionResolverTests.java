package io.github.springjsonrpc.server.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnnotatedExceptionResolver}. Seed rows S143, S155 and S156.
 */
@ExtendWith(OutputCaptureExtension.class)
class AnnotatedExceptionResolverTests {

	private final Calls rpc = rpc();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			notFound      | 404  | No such order  | `"order 7"`
			notFoundLater | 404  | No such order  | `"order 7"`
			notFoundInFuture | 404 | No such order | `"order 7"`
			inherited     | 404  | No such order  | `"order 8"`
			ownMessage    | 409  | Already paid   | {"paid":true,"at":[1,2]}
			noMessage     | 410  | Server error   | ``
			flag          | 411  | it is          | true
			hiddenData    | 412  | it is          | 42
			nullData      | 413  | it is          | ``
			""")
	void answersWithWhatAnnotationSays(String method, int code, String message, String data) {
		Answer answer = this.rpc.call(method);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.message()).isEqualTo(message);
		assertThat(answer.data()).isEqualTo(data);
	}

	@Test
	void neverTellsCauses() {
		assertThat(this.rpc.call("caused").json().toString())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":409,\"message\":\"Already paid\"},\"id\":1}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "wrongProperty", "failingProperty" })
	void answersWithoutDataThatCanNotBeHad(String method, CapturedOutput output) {
		Answer answer = this.rpc.call(method);
		assertThat(answer.code()).isEqualTo(500);
		assertThat(answer.message()).isEqualTo("broken");
		assertThat(answer.data()).isEmpty();
		assertThat(output).containsAnyOf("has no property 'missing'", "getFailing() failed");
	}

	@Test
	void complainsOncePerClass(CapturedOutput output) {
		Calls fresh = rpc();
		fresh.call("wrongProperty");
		fresh.call("wrongProperty");
		assertThat(output.getAll().split("has no property 'missing'")).hasSize(2);
	}

	@Test
	void leavesOtherExceptionsToOthers() {
		Answer answer = this.rpc.call("unknown");
		assertThat(answer.code()).isEqualTo(-32603);
		assertThat(answer.message()).isEqualTo("Internal error");
		assertThat(answer.data()).isEmpty();
	}

	private static Calls rpc() {
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec())
			.middleware(List
				.of(new ExceptionMappingMiddleware(List.of(new AnnotatedExceptionResolver()), IncludeException.NEVER)))
			.build();
		server.methods().addAll(Calls.factory().methodsOf(new Failures()));
		return new Calls(server);
	}

	static class Failures {

		@RpcMethod
		void notFound() throws NotFoundException {
			throw new NotFoundException("7");
		}

		@RpcMethod
		Mono<String> notFoundLater() {
			return Mono.error(new NotFoundException("7"));
		}

		@RpcMethod
		CompletableFuture<String> notFoundInFuture() {
			return CompletableFuture.supplyAsync(() -> {
				throw new IllegalStateException();
			})
				.handle((value, ex) -> "")
				.thenCompose((value) -> CompletableFuture.failedFuture(new NotFoundException("7")));
		}

		@RpcMethod
		void inherited() throws NotFoundException {
			throw new ArchivedException();
		}

		@RpcMethod
		void ownMessage() {
			throw new PaidException("Already paid", null);
		}

		@RpcMethod
		void caused() {
			throw new PlainException(new IllegalStateException("password=secret", new NotFoundException("7")));
		}

		@RpcMethod
		void noMessage() {
			throw new SilentException();
		}

		@RpcMethod
		void flag() {
			throw new FlagException();
		}

		@RpcMethod
		void hiddenData() {
			throw new HiddenException();
		}

		@RpcMethod
		void nullData() {
			throw new NullDataException();
		}

		@RpcMethod
		void wrongProperty() {
			throw new WrongPropertyException();
		}

		@RpcMethod
		void failingProperty() {
			throw new FailingPropertyException();
		}

		@RpcMethod
		void unknown() {
			throw new IllegalStateException("secret");
		}

	}

	@RpcError(code = 404, message = "No such order", data = "order")
	static class NotFoundException extends Exception {

		private static final long serialVersionUID = 1L;

		private final String number;

		NotFoundException(String number) {
			super("not for callers");
			this.number = number;
		}

		public String getOrder() {
			return "order " + this.number;
		}

	}

	static class ArchivedException extends NotFoundException {

		private static final long serialVersionUID = 1L;

		ArchivedException() {
			super("8");
		}

	}

	@RpcError(code = 409, data = "details")
	static class PaidException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		PaidException(String message, Throwable cause) {
			super(message, cause);
		}

		Map<String, Object> details() {
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("paid", true);
			details.put("at", List.of(1, 2));
			return details;
		}

	}

	@RpcError(code = 409)
	static class PlainException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		PlainException(Throwable cause) {
			super("Already paid", cause);
		}

	}

	@RpcError(code = 410)
	static class SilentException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	@RpcError(code = 411, message = "it is", data = "final")
	static class FlagException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public boolean isFinal() {
			return true;
		}

	}

	@RpcError(code = 412, message = "it is", data = "answer")
	static class HiddenException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private int answer() {
			return 42;
		}

	}

	@RpcError(code = 413, message = "it is", data = "cause")
	static class NullDataException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	@RpcError(code = 500, message = "broken", data = "missing")
	static class WrongPropertyException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	@RpcError(code = 500, message = "broken", data = "failing")
	static class FailingPropertyException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public String getFailing() {
			throw new IllegalStateException();
		}

	}

}
