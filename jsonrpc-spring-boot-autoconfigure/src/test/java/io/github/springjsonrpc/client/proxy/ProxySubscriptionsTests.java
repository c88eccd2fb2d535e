package io.github.springjsonrpc.client.proxy;

import java.util.function.Function;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Methods of a proxy that subscribe.
 */
class ProxySubscriptionsTests {

	static Stream<Arguments> subscriptions() {
		return Stream.of(subscription(Feed::news, "prices_subscribe ['news','a']", "prices_unsubscribe"),
				subscription((feed) -> feed.other("a"), "prices_subscribe ['more','a']", "prices_unsubscribe"),
				subscription((feed) -> feed.subscribe("a"), "prices.subscribe {'symbol':'a'}", "prices.unsubscribe"),
				subscription((feed) -> feed.subscribeTrades(), "prices.subscribeTrades", "prices.unsubscribeTrades"),
				subscription((feed) -> feed.heads(), "eth_subscribe ['newHeads']", "eth_unsubscribe"),
				subscription((feed) -> feed.both(), "prices_subscribe ['both']", "prices_unsubscribe"),
				subscription((feed) -> feed.listened(), "prices.listen", "prices.leave"));
	}

	private static Arguments subscription(Function<Feed, Flux<Integer>> call, String subscribe, String unsubscribe) {
		return arguments(call, subscribe, unsubscribe);
	}

	@ParameterizedTest
	@MethodSource("subscriptions")
	void subscribes(Function<Feed, Flux<Integer>> call, String subscribe, String unsubscribe) {
		Recorder recorder = Recorder.answering(null);
		Flux<Integer> items = call.apply(recorder.proxy(Feed.class));
		assertThat(recorder.requests()).isEmpty();
		StepVerifier.create(items).expectNext(1, 2).expectComplete().verify(TestServer.TIMEOUT);
		assertThat(recorder.sent()).isEqualTo(subscribe);
		assertThat(recorder.unsubscribe()).isEqualTo(unsubscribe);
	}

	@Test
	void hasNoUnderscoreWithoutPrefix() {
		Recorder recorder = Recorder.answering(null);
		recorder.proxy(WithoutPrefix.class).news().blockLast(TestServer.TIMEOUT);
		assertThat(recorder.sent()).isEqualTo("subscribe ['news']");
		assertThat(recorder.unsubscribe()).isEqualTo("unsubscribe");
	}

	@RpcClient(prefix = "prices")
	interface Feed {

		@RpcSubscription
		Flux<Integer> news(String topic);

		default Flux<Integer> news() {
			return news("a");
		}

		@RpcSubscription("more")
		Flux<Integer> other(String topic);

		@RpcSubscription
		Flux<Integer> subscribe(String symbol);

		@RpcSubscription
		Flux<Integer> subscribeTrades();

		@RpcSubscription(name = "newHeads", namespace = "eth")
		Flux<Integer> heads();

		@RpcMethod
		@RpcSubscription
		Flux<Integer> both();

		@RpcSubscription(subscribe = "listen", unsubscribe = "leave")
		Flux<Integer> listened();

	}

	interface WithoutPrefix {

		@RpcSubscription
		Flux<Integer> news();

	}

}
