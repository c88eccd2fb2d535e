package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.server.DuplicateMethodException;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.MethodDescription.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests what {@link RpcSubscription} makes of a method, and what it refuses.
 */
class SubscriptionDetectionTests {

	@ParameterizedTest
	@MethodSource
	void derivesNames(Object bean, String expected) {
		assertThat(names(bean)).isEqualTo(expected);
	}

	static Stream<Arguments> derivesNames() {
		return Stream.of(
				arguments(new ByMethodName(),
						"user_subscribe(changes) user_unsubscribe user_subscription user_subscriptionEnd"),
				arguments(new WithoutService(), "subscribe(changes) unsubscribe subscription subscriptionEnd"),
				arguments(new InNamespace(),
						"eth_subscribe(newHeads) eth_unsubscribe eth_subscription eth_subscriptionEnd"),
				arguments(new Subscribe(),
						"prices.subscribe prices.unsubscribe prices.subscription prices.subscriptionEnd"),
				arguments(new SubscribeTrades(),
						"prices.subscribeTrades prices.unsubscribeTrades prices.trades prices.tradesEnd"),
				arguments(new SnakeCase(), "subscribe_foo unsubscribe_foo foo fooEnd"),
				arguments(new Segments(),
						"prices.book.subscribe prices.book.unsubscribe prices.book.subscription prices.book.subscriptionEnd"),
				arguments(new AllNamed(), "prices.watch prices.forget prices.item prices.over"),
				arguments(new KindNamed(),
						"chain.subscribe(heads) chain.unsubscribe chain.subscription chain.subscriptionEnd"));
	}

	private static String names(Object bean) {
		List<JsonRpcMethod> methods = Calls.factory().methodsOf(bean);
		assertThat(methods).hasSize(2);
		Subscription subscription = methods.get(0).description().subscription();
		assertThat(subscription).isNotNull();
		assertThat(methods.get(1).name()).isEqualTo(subscription.unsubscribe());
		String kinds = subscription.kinds().isEmpty() ? ""
				: "(" + String.join(",", subscription.kinds().keySet()) + ")";
		return methods.get(0).name() + kinds + " " + subscription.unsubscribe() + " " + subscription.notification()
				+ " " + subscription.end();
	}

	@Test
	void combinesKindsOfSeveralBeans() {
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).build();
		server.methods().addAll(Calls.factory().methodsOf(new InNamespace()));
		server.methods().addAll(Calls.factory().methodsOf(new AlsoInNamespace()));
		assertThat(server.methods().all()).extracting(JsonRpcMethod::name)
			.containsExactly("eth_subscribe", "eth_unsubscribe");
		JsonRpcMethod subscribe = server.methods().find("eth_subscribe");
		assertThat(subscribe).isNotNull();
		assertThat(subscribe.description().subscription()).isNotNull();
		assertThat(subscribe.description().subscription().kinds()).containsOnlyKeys("logs", "newHeads");
	}

	@Test
	void offersAMethodBothWays() {
		assertThat(Calls.of(new Both()).server().methods().all()).extracting(JsonRpcMethod::name)
			.containsExactly("list", "subscribe", "unsubscribe");
		assertThat(Calls.of(new Both()).result("list")).isEqualTo("[1]");
	}

	@Test
	void describesSubscriptionsByTheirItems() {
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).introspection(true).build();
		server.methods().addAll(Calls.factory().methodsOf(new InNamespace()));
		server.methods().addAll(Calls.factory().methodsOf(new Subscribe()));
		assertThat(new Calls(server).result("rpc.methods")).contains(
				"{\"name\":\"eth_subscribe\",\"params\":[{\"name\":\"kind\",\"type\":\"string\",\"required\":true}],"
						+ "\"result\":\"string\",\"subscription\":{\"unsubscribe\":\"eth_unsubscribe\","
						+ "\"notification\":\"eth_subscription\",\"end\":\"eth_subscriptionEnd\",\"kinds\":["
						+ "{\"name\":\"newHeads\",\"description\":\"New blocks\",\"params\":[],\"item\":\"string\"}]}}",
				"{\"name\":\"eth_unsubscribe\",\"params\":[{\"name\":\"subscription\",\"type\":\"string\","
						+ "\"required\":true}],\"result\":\"boolean\"}",
				"{\"name\":\"prices.subscribe\",\"params\":[{\"name\":\"symbol\",\"type\":\"string\","
						+ "\"required\":true}],\"result\":\"string\",\"subscription\":{"
						+ "\"unsubscribe\":\"prices.unsubscribe\",\"notification\":\"prices.subscription\","
						+ "\"end\":\"prices.subscriptionEnd\",\"item\":\"integer\"}}");
	}

	@ParameterizedTest
	@MethodSource
	void refusesTwoOfOneName(String name, Object one, Object other) {
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).build();
		server.methods().addAll(Calls.factory().methodsOf(one));
		assertThatExceptionOfType(DuplicateMethodException.class)
			.isThrownBy(() -> server.methods().addAll(Calls.factory().methodsOf(other)))
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo(name);
				assertThat(ex.getRegistered()).contains(one.getClass().getSimpleName());
				assertThat(ex.getRejected()).contains(other.getClass().getSimpleName());
			});
	}

	static Stream<Arguments> refusesTwoOfOneName() {
		return Stream.of(arguments("eth_subscribe(\"newHeads\")", new InNamespace(), new SameKind()),
				arguments("prices.subscribe", new Subscribe(), new AlsoSubscribe()),
				arguments("prices.unsubscribe", new Subscribe(), new SameUnsubscribe()),
				arguments("eth_subscribe", new InNamespace(), new NamedLikeNamespace()));
	}

	@ParameterizedTest
	@MethodSource
	void refusesContradictions(Object bean, String message) {
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> Calls.of(bean)).satisfies((ex) -> {
			assertThat(ex).hasMessageContaining(message).hasMessageContaining(bean.getClass().getName());
			assertThat(ex.getRemedy()).isNotEmpty();
		});
	}

	static Stream<Arguments> refusesContradictions() {
		return Stream.of(arguments(new OneValue(), "returns no Flux"), arguments(new PlainValue(), "returns no Flux"),
				arguments(new NoBuffer(), "buffer for 0 items"), arguments(new TwoWays(), "has a namespace"),
				arguments(new Nameless(), "does not tell how to unsubscribe"),
				arguments(new HidesKind(), "has a parameter 'kind'"),
				arguments(new OtherNames(), "share the method 'eth_subscribe'"));
	}

	@RpcService("user")
	static class ByMethodName {

		@RpcSubscription
		Flux<String> changes() {
			return Flux.empty();
		}

	}

	static class WithoutService {

		@RpcSubscription
		Publisher<String> changes() {
			return Flux.empty();
		}

	}

	static class InNamespace {

		@RpcSubscription(namespace = "eth", name = "newHeads", description = "New blocks")
		Flux<String> blocks() {
			return Flux.empty();
		}

	}

	static class AlsoInNamespace {

		@RpcSubscription(namespace = "eth")
		Flux<String> logs(String address) {
			return Flux.empty();
		}

	}

	static class SameKind {

		@RpcSubscription(namespace = "eth", value = "newHeads")
		Flux<String> others() {
			return Flux.empty();
		}

	}

	@RpcService("prices")
	static class Subscribe {

		@RpcSubscription
		Flux<Integer> subscribe(String symbol) {
			return Flux.empty();
		}

	}

	@RpcService("prices")
	static class AlsoSubscribe {

		@RpcSubscription(subscribe = "subscribe")
		Flux<Integer> others() {
			return Flux.empty();
		}

	}

	@RpcService("prices")
	static class SameUnsubscribe {

		@RpcSubscription(unsubscribe = "unsubscribe")
		Flux<Integer> subscribeTrades() {
			return Flux.empty();
		}

	}

	@RpcService("prices")
	static class SubscribeTrades {

		@RpcSubscription
		Flux<Integer> subscribeTrades() {
			return Flux.empty();
		}

	}

	static class SnakeCase {

		@RpcSubscription(subscribe = "subscribe_foo")
		Flux<Integer> foo() {
			return Flux.empty();
		}

	}

	@RpcService("prices")
	static class Segments {

		@RpcSubscription(subscribe = "book.subscribe")
		Flux<Integer> book() {
			return Flux.empty();
		}

	}

	@RpcService("prices")
	static class AllNamed {

		@RpcSubscription(subscribe = "watch", unsubscribe = "forget", notification = "item", end = "over")
		Flux<Integer> watch() {
			return Flux.empty();
		}

	}

	@RpcService("chain")
	static class KindNamed {

		@RpcSubscription(value = "heads", subscribe = "subscribe")
		Flux<Integer> newHeads() {
			return Flux.empty();
		}

	}

	static class NamedLikeNamespace {

		@RpcSubscription(subscribe = "eth_subscribe")
		Flux<Integer> everything() {
			return Flux.empty();
		}

	}

	static class Both {

		@RpcMethod("list")
		@RpcSubscription(subscribe = "subscribe")
		Flux<Integer> numbers() {
			return Flux.just(1);
		}

	}

	static class OneValue {

		@RpcSubscription
		Mono<Integer> one() {
			return Mono.empty();
		}

	}

	static class PlainValue {

		@RpcSubscription
		List<Integer> list() {
			return List.of();
		}

	}

	static class NoBuffer {

		@RpcSubscription(buffer = 0)
		Flux<Integer> items() {
			return Flux.empty();
		}

	}

	static class TwoWays {

		@RpcSubscription(namespace = "eth", subscribe = "subscribe")
		Flux<Integer> items() {
			return Flux.empty();
		}

	}

	static class Nameless {

		@RpcSubscription(subscribe = "watch")
		Flux<Integer> items() {
			return Flux.empty();
		}

	}

	static class HidesKind {

		@RpcSubscription
		Flux<Integer> items(String kind) {
			return Flux.empty();
		}

	}

	static class OtherNames {

		@RpcSubscription(namespace = "eth")
		Flux<Integer> heads() {
			return Flux.empty();
		}

		@RpcSubscription(namespace = "eth", notification = "other")
		Flux<Integer> logs() {
			return Flux.empty();
		}

	}

}
