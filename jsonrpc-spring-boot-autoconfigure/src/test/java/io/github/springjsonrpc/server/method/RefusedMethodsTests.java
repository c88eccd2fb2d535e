package io.github.springjsonrpc.server.method;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.RpcMethodRegistry;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

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
				new PlainFuture(), new MonoOfMono(), new ListOfMonos(), new OptionalFuture(), new ResponseAsResult(),
				new WrongErrorData());
	}

	@Test
	void refusesMethodsWithMoreParametersThanCanBePassedOn() {
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> Calls.of(new ManyParameters()))
			.withMessageContaining("ManyParameters#last has more parameters than can be passed on");
	}

	@ParameterizedTest
	@MethodSource
	void refusesTypesThatCanNotComeFromJson(Class<?> type) {
		RpcMethodRegistry registry = JsonRpcServer.builder(Calls.codec()).build().methods();
		for (ResolvableType parameter : around(type)) {
			assertThatExceptionOfType(InvalidMethodException.class).as("%s", parameter)
				.isThrownBy(() -> registry.add(RpcFunction.named("run")
					.param("job", ParameterizedTypeReference.forType(parameter.getType()))
					.call((job) -> "never")))
				.withMessageStartingWith(
						"Parameter 1 of the function 'run', 'job', has a type that JSON can't be read as: ")
				.withMessageContaining(type.getSimpleName())
				.satisfies((ex) -> assertThat(ex.getRemedy()).contains("RpcArgumentResolver"));
		}
	}

	static List<Class<?>> refusesTypesThatCanNotComeFromJson() {
		return List.of(Thread.class, ClassLoader.class, Class.class, InputStream.class, FileInputStream.class,
				ByteArrayOutputStream.class, Executor.class, ForkJoinPool.class, Runnable.class, Timer.class,
				Random.class, ReentrantLock.class, Socket.class, Logger.class, Method.class, JsonRpcRequest.class,
				ServerWebExchange.class, ServerHttpRequest.class, Principal.class, ApplicationContext.class,
				Publisher.class, Mono.class);
	}

	@ParameterizedTest
	@ValueSource(classes = { Object.class, Number.class, CharSequence.class, URI.class, Locale.class, Currency.class,
			Pattern.class, Date.class, ByteBuffer.class, AtomicInteger.class, TimeUnit.class, Iterable.class,
			Collection.class, SortedMap.class, RuntimeException.class, ZoneId.class, Period.class,
			ProblemDetail.class })
	void acceptsTypesThatJacksonKnows(Class<?> type) {
		RpcMethodRegistry registry = JsonRpcServer.builder(Calls.codec()).build().methods();
		assertThatNoException()
			.isThrownBy(() -> registry.add(RpcFunction.named("run").param("value", type).call((value) -> "fine")));
	}

	private static List<ResolvableType> around(Class<?> type) {
		ResolvableType list = ResolvableType.forClassWithGenerics(List.class, type);
		return List.of(ResolvableType.forClass(type), list, ResolvableType.forClassWithGenerics(List.class, list),
				ResolvableType.forArrayComponent(ResolvableType.forClass(type)),
				ResolvableType.forClassWithGenerics(Optional.class, type),
				ResolvableType.forClassWithGenerics(Map.class, String.class, type));
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

	record MonoOfMono() implements Refused {

		@RpcMethod
		Mono<Mono<String>> method() {
			return Mono.just(Mono.just(""));
		}

		@Override
		public String message() {
			return "has a result that holds what is not there yet: reactor.core.publisher.Mono<java.lang.String>";
		}

	}

	record ListOfMonos() implements Refused {

		@RpcMethod
		List<Mono<String>> method() {
			return List.of(Mono.just(""));
		}

		@Override
		public String message() {
			return "has a result that holds what is not there yet: java.util.List<reactor.core.publisher.Mono<java.lang.String>>";
		}

	}

	record OptionalFuture() implements Refused {

		@RpcMethod
		Optional<CompletableFuture<String>> method() {
			return Optional.empty();
		}

		@Override
		public String message() {
			return "has a result that holds what is not there yet: java.util.Optional<";
		}

	}

	record ResponseAsResult() implements Refused {

		@RpcMethod
		Mono<JsonRpcResponse> method() {
			return Mono.empty();
		}

		@Override
		public String message() {
			return "returns a message, which is no result: io.github.springjsonrpc.protocol.JsonRpcResponse";
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

	static class ManyParameters {

		@RpcMethod
		long last(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, long p9, long p10,
				long p11, long p12, long p13, long p14, long p15, long p16, long p17, long p18, long p19, long p20,
				long p21, long p22, long p23, long p24, long p25, long p26, long p27, long p28, long p29, long p30,
				long p31, long p32, long p33, long p34, long p35, long p36, long p37, long p38, long p39, long p40,
				long p41, long p42, long p43, long p44, long p45, long p46, long p47, long p48, long p49, long p50,
				long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, long p59, long p60,
				long p61, long p62, long p63, long p64, long p65, long p66, long p67, long p68, long p69, long p70,
				long p71, long p72, long p73, long p74, long p75, long p76, long p77, long p78, long p79, long p80,
				long p81, long p82, long p83, long p84, long p85, long p86, long p87, long p88, long p89, long p90,
				long p91, long p92, long p93, long p94, long p95, long p96, long p97, long p98, long p99, long p100,
				long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, long p109,
				long p110, long p111, long p112, long p113, long p114, long p115, long p116, long p117, long p118,
				long p119, long p120, long p121, long p122, long p123, long p124, long p125, long p126) {
			return p126;
		}

	}

}
