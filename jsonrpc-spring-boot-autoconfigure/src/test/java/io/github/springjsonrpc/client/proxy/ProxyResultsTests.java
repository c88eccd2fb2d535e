package io.github.springjsonrpc.client.proxy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.client.UnreadableResponseException;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.TestServer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the methods of a proxy return.
 */
class ProxyResultsTests {

	private static final List<Map<String, Object>> TWO_USERS = List.of(Map.of("name", "Ada"), Map.of("name", "Bob"));

	private static Results answering(@Nullable Object answer) {
		return Recorder.answering(answer).proxy(Results.class);
	}

	@Test
	void returnsPlainResult() {
		assertThat(answering(Map.of("name", "Ada")).plain()).isEqualTo(new User("Ada"));
	}

	@Test
	void returnsNullWhereNothingForbidsIt() {
		assertThat(answering(null).plain()).isNull();
	}

	@Test
	void returnsOptional() {
		assertThat(answering(Map.of("name", "Ada")).optional()).contains(new User("Ada"));
		assertThat(answering(null).optional()).isEmpty();
	}

	@Test
	void returnsGenericResult() {
		assertThat(answering(TWO_USERS).list()).containsExactly(new User("Ada"), new User("Bob"));
	}

	@Test
	void returnsPrimitive() {
		assertThat(answering(7).primitive()).isEqualTo(7);
	}

	@Test
	void failsOnNullForPrimitive() {
		assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(answering(null)::primitive)
			.satisfies((ex) -> assertThat(ex.reason())
				.isEqualTo("the result is null, which " + Results.class.getName() + "#primitive() can't return"));
	}

	@Test
	void failsOnNullWhereNothingMayBeNull() {
		assertThatExceptionOfType(UnreadableResponseException.class)
			.isThrownBy(Recorder.answering(null).proxy(NonNull.class)::name);
		assertThat(Recorder.answering(null).proxy(NonNull.class).nickname()).isNull();
	}

	@Test
	void failsOnResultOfAnotherType() {
		assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(answering("seven")::primitive);
	}

	@Test
	void dropsResultOfVoid() {
		Recorder recorder = Recorder.answering(TWO_USERS);
		recorder.proxy(Results.class).nothing();
		assertThat(recorder.request().isNotification()).isFalse();
	}

	@Test
	void throwsErrorOfVoid() {
		assertThatExceptionOfType(JsonRpcException.class)
			.isThrownBy(answering(new JsonRpcError(7, "Refused", null))::nothing)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(7));
	}

	@Test
	void returnsMono() {
		StepVerifier.create(answering(Map.of("name", "Ada")).mono())
			.expectNext(new User("Ada"))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		StepVerifier.create(answering(null).mono()).expectComplete().verify(TestServer.TIMEOUT);
	}

	@Test
	void callsAnewForEachSubscriptionAndNotBefore() {
		Recorder recorder = Recorder.answering(null);
		Mono<User> mono = recorder.proxy(Results.class).mono();
		assertThat(recorder.requests()).isEmpty();
		mono.then(mono).block(TestServer.TIMEOUT);
		assertThat(recorder.requests()).hasSize(2).extracting("id").doesNotHaveDuplicates();
	}

	@Test
	void returnsFluxOfElements() {
		StepVerifier.create(answering(TWO_USERS).flux())
			.expectNext(new User("Ada"), new User("Bob"))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		StepVerifier.create(answering(null).flux()).expectComplete().verify(TestServer.TIMEOUT);
	}

	@Test
	void failsFluxOnResultThatIsNoArray() {
		StepVerifier.create(answering(Map.of("name", "Ada")).flux())
			.expectError(UnreadableResponseException.class)
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void completesMonoOfNothing() {
		StepVerifier.create(answering(TWO_USERS).end()).expectComplete().verify(TestServer.TIMEOUT);
		StepVerifier.create(answering(new JsonRpcError(7, "Refused", null)).end())
			.expectErrorMessage("Refused")
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void callsAtOnceForFutures() throws Exception {
		Recorder recorder = Recorder.answering(Map.of("name", "Ada"));
		CompletableFuture<User> future = recorder.proxy(Results.class).future();
		assertThat(recorder.requests()).hasSize(1);
		assertThat(future.get(20, TimeUnit.SECONDS)).isEqualTo(new User("Ada"));
		assertThat(recorder.proxy(Results.class).stage().toCompletableFuture().get(20, TimeUnit.SECONDS))
			.isEqualTo(new User("Ada"));
	}

	@Test
	void returnsResponseAsItCame() {
		StepVerifier.create(answering(new JsonRpcError(7, "Refused", null)).response())
			.assertNext((response) -> assertThat(response.isError()).isTrue())
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void resolvesTypeParametersOfTheInterface() {
		assertThat(Recorder.answering(Map.of("name", "Ada")).proxy(Users.class).get(1)).isEqualTo(new User("Ada"));
		assertThat(Recorder.answering(TWO_USERS).proxy(Users.class).all()).containsExactly(new User("Ada"),
				new User("Bob"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "plain" })
	void refusesToWaitOnEventLoop(String method) {
		Recorder recorder = Recorder.answering(null);
		Results proxy = recorder.proxy(Results.class);
		StepVerifier
			.create(Mono.fromRunnable(method.equals("plain") ? proxy::plain : proxy::nothing)
				.subscribeOn(Schedulers.parallel()))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
				.hasMessageStartingWith("The method " + Results.class.getName() + "#" + method
						+ "() waits for its answer, and must not on the thread parallel-"))
			.verify(TestServer.TIMEOUT);
		assertThat(recorder.requests()).isEmpty();
	}

	@Test
	void sendsNotification() {
		Recorder recorder = Recorder.answering(null);
		recorder.proxy(Notifications.class).seen(7);
		assertThat(recorder.request().isNotification()).isTrue();
		assertThat(recorder.sent()).isEqualTo("seen {'id':7}");
	}

	@Test
	void sendsNotificationWhenSubscribed() {
		Recorder recorder = Recorder.answering(null);
		Mono<Void> sent = recorder.proxy(Notifications.class).typed(7);
		assertThat(recorder.requests()).isEmpty();
		sent.block(TestServer.TIMEOUT);
		assertThat(recorder.request().isNotification()).isTrue();
	}

	@Test
	void runsDefaultMethods() {
		Recorder recorder = Recorder.answering(Map.of("name", "Ada"));
		assertThat(recorder.proxy(Results.class).greeting("Hello")).isEqualTo("Hello Ada");
		assertThat(recorder.sent()).isEqualTo("plain");
	}

	@Test
	void throwsWhatDefaultMethodsThrow() {
		assertThatExceptionOfType(IOException.class).isThrownBy(answering(null)::failing)
			.withMessage("from the interface");
	}

	@Test
	@SuppressWarnings("EqualsWithItself")
	void isEqualToItselfOnly() {
		Recorder recorder = Recorder.answering(null);
		Results proxy = recorder.proxy(Results.class);
		assertThat(proxy).isEqualTo(proxy)
			.hasSameHashCodeAs(proxy)
			.isNotEqualTo(recorder.proxy(Results.class))
			.isNotEqualTo(null);
		assertThat(recorder.requests()).isEmpty();
	}

	@Test
	void tellsWhatItIs() {
		RpcProxyFactory factory = new RpcProxyFactory((name) -> Recorder.answering(null).client(), (value) -> value);
		assertThat(factory.createNamed(Results.class, "users"))
			.hasToString(Results.class.getName() + " (JSON-RPC client 'users')");
	}

	record User(String name) {

	}

	@NullUnmarked
	interface Results {

		User plain();

		Optional<User> optional();

		List<User> list();

		int primitive();

		void nothing();

		Mono<User> mono();

		Flux<User> flux();

		Mono<Void> end();

		CompletableFuture<User> future();

		CompletionStage<User> stage();

		Mono<JsonRpcResponse> response();

		default String greeting(String word) {
			return word + " " + plain().name();
		}

		default void failing() throws IOException {
			throw new IOException("from the interface");
		}

	}

	interface NonNull {

		String name();

		@Nullable String nickname();

	}

	interface Repository<T> {

		T get(long id);

		List<T> all();

	}

	interface Users extends Repository<User> {

	}

	interface Notifications {

		@RpcMethod(notification = true)
		void seen(long id);

		@RpcMethod(notification = true)
		Mono<Void> typed(long id);

	}

}
