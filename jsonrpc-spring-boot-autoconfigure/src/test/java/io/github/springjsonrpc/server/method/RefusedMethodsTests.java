package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.RpcMethodRegistry;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Methods that could never be called, or not as their author thinks, fail start-up. Seed
 * rows S22 and S23.
 */
class RefusedMethodsTests {

	@ParameterizedTest
	@MethodSource
	void refuses(Refused methods) {
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> Calls.of(methods)).satisfies((ex) -> {
			assertThat(ex).hasMessageContaining(methods.message()).hasMessageContaining(methods.getClass().getName());
			assertThat(ex.getRemedy()).isNotEmpty();
		});
	}

	static Stream<Refused> refuses() {
		return Stream.of(new OptionalPrimitive(), new OptionalNonNull(), new WrongDefault(), new WrongDefaultText(),
				new RestOfNothing(), new RestWithDefault(), new RestBeforeOthers(), new SameName(),
				new WholeAndSingle(), new ParamsAndSingle(), new TwoWholes(), new SuppliedTwice(), new UnreadableType(),
				new PlainFuture(), new WrongErrorData());
	}

	@Test
	void acceptsOptionalParameterOfPlainJava() {
		assertThatNoException().isThrownBy(() -> Calls.of(new OptionalOfUnknownNullness()));
	}

	@Test
	void namesFunctionOfRefusedParameters() {
		RpcMethodRegistry registry = JsonRpcServer.builder(Calls.codec()).build().methods();
		assertThatExceptionOfType(InvalidMethodException.class)
			.isThrownBy(() -> registry
				.add(RpcFunction.named("twins").param("a", Integer.class).param("a", Integer.class).call(Integer::sum)))
			.withMessage("Parameter 2 of the function 'twins' has the name 'a' of another one");
		assertThatExceptionOfType(InvalidMethodException.class)
			.isThrownBy(
					() -> registry.add(RpcFunction.named("run").param("job", Executor.class).call((job) -> "never")))
			.withMessageStartingWith("Parameter 1 of the function 'run', 'job', has a type that JSON can't be read as");
	}

	/**
	 * A method that is refused.
	 */
	interface Refused {

		String message();

	}

	record OptionalPrimitive() implements Refused {

		@RpcMethod
		void method(@RpcParam(required = false) int number) {
		}

		@Override
		public String message() {
			return "#method(int) is optional but can't be null";
		}

	}

	// in a package that is @NullMarked
	record OptionalNonNull() implements Refused {

		@RpcMethod
		void method(@RpcParam(required = false) String text) {
		}

		@Override
		public String message() {
			return "Parameter 1 of the method";
		}

	}

	@NullUnmarked
	static class OptionalOfUnknownNullness {

		@RpcMethod
		void method(@RpcParam(required = false) String text) {
		}

	}

	record WrongDefault() implements Refused {

		@RpcMethod
		void method(String text, @RpcParam(defaultValue = "1.5") int number) {
		}

		@Override
		public String message() {
			return "#method(String, int), 'number', has the default value '1.5', which does not fit its type int";
		}

	}

	record WrongDefaultText() implements Refused {

		@RpcMethod
		void method(@RpcParam(defaultValue = "a,b") List<String> texts) {
		}

		@Override
		public String message() {
			return "has the default value 'a,b', which does not fit its type java.util.List<java.lang.String>";
		}

	}

	record RestOfNothing() implements Refused {

		@RpcMethod
		void method(@RpcParam(rest = true) String rest) {
		}

		@Override
		public String message() {
			return "takes the rest but is neither a List nor a Map";
		}

	}

	record RestWithDefault() implements Refused {

		@RpcMethod
		void method(@RpcParam(rest = true, defaultValue = "{}") Map<String, String> rest) {
		}

		@Override
		public String message() {
			return "takes the rest and can't have a default value";
		}

	}

	record RestBeforeOthers() implements Refused {

		@RpcMethod
		void method(@RpcParam(rest = true) List<String> rest, String last) {
		}

		@Override
		public String message() {
			return "takes the rest but is not the last one";
		}

	}

	record SameName() implements Refused {

		@RpcMethod
		void method(String a, @RpcParam("a") String b) {
		}

		@Override
		public String message() {
			return "Parameter 2 of the method";
		}

	}

	record WholeAndSingle() implements Refused {

		@RpcMethod
		void method(@RpcParams Map<String, String> all, String one) {
		}

		@Override
		public String message() {
			return "takes the whole params and something else of them";
		}

	}

	record ParamsAndSingle() implements Refused {

		@RpcMethod
		void method(JsonRpcParams all, String one) {
		}

		@Override
		public String message() {
			return "takes the whole params and something else of them";
		}

	}

	record TwoWholes() implements Refused {

		@RpcMethod
		void method(@RpcParams Map<String, String> all, @RpcParams List<String> again) {
		}

		@Override
		public String message() {
			return "takes the whole params and something else of them";
		}

	}

	record SuppliedTwice() implements Refused {

		@RpcMethod
		void method(@RpcParam @RpcAttribute String user) {
		}

		@Override
		public String message() {
			return "is supplied by callers and by an attribute of the request";
		}

	}

	record UnreadableType() implements Refused {

		@RpcMethod
		void method(String text, Executor executor) {
		}

		@Override
		public String message() {
			return "Parameter 2 of the method";
		}

	}

	record PlainFuture() implements Refused {

		@RpcMethod
		Future<String> method() {
			return new FutureTask<>(() -> "");
		}

		@Override
		public String message() {
			return "returns a Future, which has to be waited for";
		}

	}

	record WrongErrorData() implements Refused {

		@RpcMethod
		void method() throws WrongDataException {
			throw new WrongDataException();
		}

		@Override
		public String message() {
			return "has no property 'missing', which its @RpcError names";
		}

	}

	@RpcError(code = 1, data = "missing")
	static class WrongDataException extends Exception {

		private static final long serialVersionUID = 1L;

	}

}
