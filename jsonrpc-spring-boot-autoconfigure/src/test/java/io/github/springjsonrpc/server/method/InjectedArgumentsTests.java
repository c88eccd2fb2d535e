package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parameters that no caller can supply. Seed rows S20, S52, S131 and S161.
 */
class InjectedArgumentsTests {

	@Test
	void injectsRequest() {
		Calls rpc = Calls.of(new Methods());
		assertThat(rpc.result("request", "[\"a\"]")).isEqualTo("\"a of request 1 request\"");
		assertThat(rpc.result("request", "{\"text\": \"a\"}")).isEqualTo("\"a of request 1 request\"");
	}

	@Test
	void injectsAttributesThatMiddlewareSets() {
		Calls rpc = withMiddleware((request, chain) -> chain
			.next(request.withAttribute("user", "Ann").withAttribute("the tenant", "acme").withAttribute("count", 7)));
		assertThat(rpc.result("attributes", "[1]")).isEqualTo("\"1 Ann acme 7 Optional[Ann]\"");
	}

	@Test
	void injectsNothingForAttributeThatIsAbsentIfItMay() {
		Calls rpc = Calls.of(new Methods());
		assertThat(rpc.result("optionalAttributes")).isEqualTo("\"Optional.empty null\"");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void failsInternallyWithoutRequiredAttribute(CapturedOutput log) {
		Answer answer = Calls.of(new Methods()).call("attributes", "[1]");
		assertThat(answer.code()).isEqualTo(-32603);
		assertThat(answer.data()).isEmpty();
		assertThat(log).contains("#attributes(")
			.contains("has no value in this call, as the request has no attribute 'user'; an Optional or @Nullable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\": 1, \"user\": \"Eve\"}", "{\"id\": 1, \"the tenant\": \"evil\"}",
			"{\"id\": 1, \"tenant\": \"evil\"}", "[1, \"Eve\"]", "[1, \"Eve\", \"evil\", 8, null]" })
	void neverTakesInjectedArgumentFromCaller(String params) {
		Calls rpc = withMiddleware((request, chain) -> chain
			.next(request.withAttribute("user", "Ann").withAttribute("the tenant", "acme").withAttribute("count", 7)));
		assertThat(rpc.violations("attributes", params)).singleElement()
			.asString()
			.containsAnyOf("is not a parameter", "must not have more than 1 element");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"request\": {\"method\": \"evil\"}}", "[\"a\", {\"method\": \"evil\"}]" })
	void neverTakesRequestFromCaller(String params) {
		assertThat(Calls.of(new Methods()).call("request", params).code()).isEqualTo(-32602);
	}

	@Test
	void describesOnlyWhatCallersSupply() {
		assertThat(Calls.of(new Methods()).server().methods().find("attributes").description().parameters())
			.extracting("name")
			.containsExactly("id");
	}

	@Test
	void asksResolversOfApplicationBeforeOwnOnes() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("attributes", "[1]")).isEqualTo("\"1 own own 42 Optional[own]\"");
			assertThat(rpc.result("tenant", "[]")).isEqualTo("\"acme Optional[acme]\"");
		}, OwnResolvers.class, Methods.class, TenantMethods.class);
	}

	@Test
	void takesParameterFromCallerIfAnnotationSaysSo() {
		TestApplications.run(
				(rpc) -> assertThat(rpc.result("moveTo", "{\"tenant\": {\"name\": \"b\"}}")).isEqualTo("\"acme to b\""),
				OwnResolvers.class, TenantMethods.class);
	}

	@Test
	void waitsForDeferredArgumentsBeforeMethodRuns() {
		RpcArgumentResolver resolver = RpcArgumentResolver.forType(Tenant.class, RpcArgument.deferred((request) -> Mono
			.deferContextual((context) -> Mono.just(new Tenant(context.get("tenant") + " of " + request.method())))));
		Calls rpc = withResolvers(resolver);
		assertThat(rpc.answer(
				rpc.send("tenant", "[]").contextWrite((context) -> context.put("tenant", "acme")).block(Calls.TIMEOUT))
			.result()).isEqualTo("\"acme of tenant Optional[acme of tenant]\"");
	}

	@Test
	void takesEmptyDeferredArgumentForAbsent() {
		Calls rpc = withResolvers(
				RpcArgumentResolver.forType(Tenant.class, RpcArgument.deferred((request) -> Mono.empty())));
		assertThat(rpc.result("optionalTenant")).isEqualTo("\"Optional.empty null\"");
		assertThat(rpc.call("tenant").code()).isEqualTo(-32603);
	}

	@Test
	void doesNotRunMethodWhoseDeferredArgumentFails() {
		Calls rpc = withResolvers(RpcArgumentResolver.forType(Tenant.class,
				RpcArgument.deferred((request) -> Mono.error(new IllegalStateException("No tenants today")))));
		Answer answer = rpc.call("optionalTenant");
		assertThat(answer.code()).isEqualTo(-32603);
		assertThat(answer.json().toString()).doesNotContain("tenants");
	}

	private static Calls withMiddleware(RpcMiddleware middleware) {
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).middleware(List.of(middleware)).build();
		server.methods().addAll(Calls.factory().methodsOf(new Methods()));
		return new Calls(server);
	}

	private static Calls withResolvers(RpcArgumentResolver... resolvers) {
		RpcMethodFactory factory = new RpcMethodFactory(List.of(resolvers), null, (type) -> type,
				RpcMethod.Execution.AUTO);
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).build();
		server.methods().addAll(factory.methodsOf(new TenantMethods()));
		return new Calls(server);
	}

	record Tenant(String name) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	static class Methods {

		@RpcMethod
		String request(JsonRpcRequest request, String text) {
			return text + " of " + request;
		}

		@RpcMethod
		String attributes(@RpcAttribute String user, int id, @RpcAttribute("the tenant") String tenant,
				@RpcAttribute int count, @RpcAttribute("user") Optional<String> again) {
			return Stream.of(id, user, tenant, count, again).map(String::valueOf).reduce((a, b) -> a + " " + b).get();
		}

		@RpcMethod
		String optionalAttributes(@RpcAttribute("user") Optional<String> a, @RpcAttribute("user") @Nullable String b) {
			return a + " " + b;
		}

	}

	static class TenantMethods {

		@RpcMethod
		String tenant(Tenant tenant, Optional<Tenant> again) {
			return tenant + " " + again;
		}

		@RpcMethod
		String optionalTenant(Optional<Tenant> optional, @Nullable Tenant nullable) {
			return optional + " " + nullable;
		}

		@RpcMethod
		String moveTo(Tenant from, @RpcParam("tenant") Tenant to) {
			return from + " to " + to;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnResolvers {

		@Bean
		RpcArgumentResolver attributes() {
			Map<Class<?>, Object> values = Map.of(String.class, "own", int.class, 42);
			return (parameter) -> parameter.hasParameterAnnotation(RpcAttribute.class)
					? RpcArgument.value((request) -> values.get(parameter.getNestedParameterType())) : null;
		}

		@Bean
		RpcArgumentResolver tenant() {
			return RpcArgumentResolver.forType(Tenant.class, RpcArgument.value((request) -> new Tenant("acme")));
		}

	}

}
