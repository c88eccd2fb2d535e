package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcMethod.Execution;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of what methods return, and where they run. Seed rows S14, S16, S19 and
 * S21.
 */
class ReturnTypesTests {

	private final Calls rpc = Calls.of(new Methods());

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			plain, "plain"
			nothing, null
			nullValue, null
			optional, 1
			emptyOptional, null
			mono, "mono"
			emptyMono, null
			voidMono, null
			flux, `[1,2]`
			emptyFlux, []
			publisher, `[1,2]`
			jdkPublisher, `[1,2]`
			future, "future"
			stage, "stage"
			emptyStage, null
			undeclared, "mono"
			""")
	void waitsForResult(String method, String result) {
		assertThat(this.rpc.result(method)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "plain, true", "nothing, true", "optional, true", "undeclared, true", "mono, false", "flux, false",
			"voidMono, false", "publisher, false", "jdkPublisher, false", "future, false", "stage, false" })
	void tellsByReturnTypeWhetherMethodBlocks(String method, boolean blocking) {
		assertThat(find(method).blocking()).isEqualTo(blocking);
	}

	@Test
	void runsBlockingMethodsOnWorkers() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("threadOfPlain")).startsWith("\"jsonrpc-");
			assertThat(rpc.result("threadOfMono")).isEqualTo("\"" + Thread.currentThread().getName() + "\"");
			assertThat(rpc.result("threadOfComputation")).isEqualTo("\"" + Thread.currentThread().getName() + "\"");
			assertThat(rpc.result("threadOfBlockingMono")).startsWith("\"jsonrpc-");
		}, Threads.class);
	}

	@Test
	void runsMethodsWherePropertySaysUnlessTheyDo() {
		TestApplications.runner()
			.withPropertyValues("jsonrpc.server.execution=event-loop")
			.withUserConfiguration(Threads.class)
			.run((context) -> {
				Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
				assertThat(rpc.result("threadOfPlain")).isEqualTo("\"" + Thread.currentThread().getName() + "\"");
				assertThat(rpc.result("threadOfBlockingMono")).startsWith("\"jsonrpc-");
			});
	}

	@Test
	void passesResultsThroughMapperOfAnnotation() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("mapped")).isEqualTo("\"<plain>\"");
			assertThat(rpc.result("mappedMono")).isEqualTo("\"<mono>\"");
			assertThat(rpc.result("mappedByBean")).isEqualTo("\"{plain}\"");
			assertThat(rpc.result("mappedByMono")).isEqualTo("\"later plain\"");
			assertThat(rpc.result("mappedNothing")).isEqualTo("null");
		}, Mapped.class);
	}

	@Test
	void writesResultsAsTheirDeclaredTypeSays() {
		String shapes = "[{\"kind\":\"circle\",\"radius\":2},{\"kind\":\"square\",\"side\":3}]";
		assertThat(this.rpc.result("shape")).isEqualTo("{\"kind\":\"circle\",\"radius\":2}");
		assertThat(this.rpc.result("shapes")).isEqualTo(shapes);
		assertThat(this.rpc.result("shapesMono")).isEqualTo(shapes);
		assertThat(this.rpc.result("shapesFlux")).isEqualTo(shapes);
		assertThat(this.rpc.result("shapesFuture")).isEqualTo(shapes);
		assertThat(this.rpc.result("shapesByName")).isEqualTo("{\"a\":{\"kind\":\"square\",\"side\":1}}");
	}

	@Test
	void describesResult() {
		assertThat(find("shapesFlux").description().resultType())
			.hasToString("java.util.List<" + Shape.class.getName() + ">");
		assertThat(find("mono").description().resultType()).isEqualTo(String.class);
		assertThat(find("nothing").description().resultType()).isEqualTo(void.class);
		assertThat(find("voidMono").description().resultType()).isEqualTo(Void.class);
	}

	private JsonRpcMethod find(String name) {
		JsonRpcMethod method = this.rpc.server().methods().find(name);
		assertThat(method).isNotNull();
		return method;
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	interface Shape {

	}

	record Circle(int radius) implements Shape {

	}

	record Square(int side) implements Shape {

	}

	static class Methods {

		@RpcMethod
		String plain() {
			return "plain";
		}

		@RpcMethod
		void nothing() {
		}

		@RpcMethod
		@Nullable String nullValue() {
			return null;
		}

		@RpcMethod
		Optional<Integer> optional() {
			return Optional.of(1);
		}

		@RpcMethod
		Optional<Integer> emptyOptional() {
			return Optional.empty();
		}

		@RpcMethod
		Mono<String> mono() {
			return Mono.just("mono");
		}

		@RpcMethod
		Mono<String> emptyMono() {
			return Mono.empty();
		}

		@RpcMethod
		Mono<Void> voidMono() {
			return Mono.empty();
		}

		@RpcMethod
		Flux<Integer> flux() {
			return Flux.just(1, 2);
		}

		@RpcMethod
		Flux<Integer> emptyFlux() {
			return Flux.empty();
		}

		@RpcMethod
		Publisher<Integer> publisher() {
			return Flux.just(1, 2);
		}

		@RpcMethod
		Flow.Publisher<Integer> jdkPublisher() {
			return JdkFlowAdapter.publisherToFlowPublisher(Flux.just(1, 2));
		}

		@RpcMethod
		CompletableFuture<String> future() {
			return CompletableFuture.supplyAsync(() -> "future");
		}

		@RpcMethod
		CompletionStage<String> stage() {
			return CompletableFuture.completedStage("stage");
		}

		@RpcMethod
		CompletionStage<@Nullable String> emptyStage() {
			return CompletableFuture.completedStage(null);
		}

		@RpcMethod
		Object undeclared() {
			return Mono.just("mono");
		}

		@RpcMethod
		Shape shape() {
			return new Circle(2);
		}

		@RpcMethod
		List<Shape> shapes() {
			return List.of(new Circle(2), new Square(3));
		}

		@RpcMethod
		Mono<List<Shape>> shapesMono() {
			return Mono.fromSupplier(this::shapes);
		}

		@RpcMethod
		Flux<Shape> shapesFlux() {
			return Flux.fromIterable(shapes());
		}

		@RpcMethod
		CompletableFuture<List<Shape>> shapesFuture() {
			return CompletableFuture.completedFuture(shapes());
		}

		@RpcMethod
		Map<String, Shape> shapesByName() {
			return Map.of("a", new Square(1));
		}

	}

	static class Threads {

		@RpcMethod
		String threadOfPlain() {
			return Thread.currentThread().getName();
		}

		@RpcMethod
		Mono<String> threadOfMono() {
			return Mono.just(Thread.currentThread().getName());
		}

		@RpcMethod(execution = Execution.EVENT_LOOP)
		String threadOfComputation() {
			return Thread.currentThread().getName();
		}

		@RpcMethod(execution = Execution.WORKER)
		Mono<String> threadOfBlockingMono() {
			return Mono.just(Thread.currentThread().getName());
		}

	}

	static class Brackets implements Function<Object, String> {

		@Override
		public String apply(Object result) {
			return "<" + result + ">";
		}

	}

	static class Braces implements Function<Object, String> {

		private final String close;

		Braces(String close) {
			this.close = close;
		}

		@Override
		public String apply(Object result) {
			return "{" + result + this.close;
		}

	}

	static class Later implements Function<Object, Mono<String>> {

		@Override
		public Mono<String> apply(Object result) {
			return Mono.just("later " + result);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mapped {

		@Bean
		Braces braces() {
			return new Braces("}");
		}

		@RpcMethod(resultMapper = Brackets.class)
		String mapped() {
			return "plain";
		}

		@RpcMethod(resultMapper = Brackets.class)
		Mono<String> mappedMono() {
			return Mono.just("mono");
		}

		@RpcMethod(resultMapper = Braces.class)
		String mappedByBean() {
			return "plain";
		}

		@RpcMethod(resultMapper = Later.class)
		String mappedByMono() {
			return "plain";
		}

		@RpcMethod(resultMapper = Brackets.class)
		void mappedNothing() {
		}

	}

}
