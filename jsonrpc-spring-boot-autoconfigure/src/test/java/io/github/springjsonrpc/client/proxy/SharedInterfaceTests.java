package io.github.springjsonrpc.client.proxy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientProxyAutoConfiguration;
import io.github.springjsonrpc.server.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * One interface that a bean implements and that is called over HTTP and WebSocket.
 */
class SharedInterfaceTests {

	private static final Map<String, UserApi> CLIENTS = new HashMap<>();

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Application.class, "jsonrpc.server.path=/rpc");
		String address = "localhost:" + application.context().getEnvironment().getProperty("local.server.port");
		RpcProxyFactory proxies = application.context().getBean(RpcProxyFactory.class);
		CLIENTS.put("http", proxies.createNamed(UserApi.class, "http://" + address + "/rpc"));
		CLIENTS.put("webSocket", proxies.createNamed(UserApi.class, "ws://" + address + "/rpc"));
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "webSocket" })
	void callsWhatIsImplemented(String name) throws Exception {
		UserApi users = CLIENTS.get(name);
		assertThat(users.find(7)).isEqualTo(new User(7, "user 7"));
		assertThat(users.search(null, Optional.empty())).containsExactly(new User(1, "any, page 1"));
		assertThat(users.search("Ada", Optional.of(2))).containsExactly(new User(1, "Ada, page 2"));
		assertThat(users.sum(1, 2, 3)).isEqualTo(6);
		assertThat(users.range(new Range(1, 3))).isEqualTo(2);
		StepVerifier.create(users.all())
			.expectNext(new User(1, "a"), new User(2, "b"))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		assertThat(users.later(3).get(20, TimeUnit.SECONDS)).isEqualTo(new User(3, "later"));
		assertThat(users.greet()).isEqualTo("Hello user 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "webSocket" })
	void throwsWhatTheServerThrows(String name) {
		assertThatExceptionOfType(NoSuchUser.class).isThrownBy(() -> CLIENTS.get(name).find(404))
			.withMessage("No user 404")
			.satisfies((ex) -> assertThat(ex.getDetails()).isEqualTo(Map.of("id", 404)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http", "webSocket" })
	void notifies(String name) throws Exception {
		Users server = application.context().getBean(Users.class);
		server.seen = new CountDownLatch(1);
		CLIENTS.get(name).seen(7);
		assertThat(server.seen.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void subscribes() {
		StepVerifier.create(CLIENTS.get("webSocket").changes("user").take(3))
			.expectNext("user 1", "user 2", "user 3")
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		StepVerifier.create(CLIENTS.get("webSocket").subscribeNumbers(2))
			.expectNext(1, 2)
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void offersEachMethodOnce() {
		assertThat(application.call("/rpc", "user.find", "[7]")).isEqualTo("\"result\":{\"id\":7,\"name\":\"user 7\"}");
	}

	record User(long id, String name) {

	}

	record Range(int from, int to) {

	}

	@RpcError(code = 404, data = "details")
	static class NoSuchUser extends Exception {

		private static final long serialVersionUID = 1L;

		private final transient Map<String, Object> details;

		NoSuchUser(String message, Map<String, Object> details) {
			super(message);
			this.details = details;
		}

		Map<String, Object> getDetails() {
			return this.details;
		}

	}

	@RpcClient("http")
	@RpcService("user")
	interface UserApi {

		@RpcMethod
		User find(long id) throws NoSuchUser;

		@RpcMethod
		List<User> search(@RpcParam(required = false) @Nullable String text, Optional<Integer> page);

		@RpcMethod
		int sum(int... numbers);

		@RpcMethod
		int range(@RpcParams Range range);

		@RpcMethod("list")
		Flux<User> all();

		@RpcMethod
		CompletableFuture<User> later(long id);

		@RpcMethod(notification = true)
		void seen(long id);

		@RpcSubscription
		Flux<String> changes(String prefix);

		@RpcSubscription
		Flux<Integer> subscribeNumbers(int count);

		default String greet() throws NoSuchUser {
			return "Hello " + find(1).name();
		}

	}

	static class Users implements UserApi {

		private volatile CountDownLatch seen = new CountDownLatch(1);

		@Override
		public User find(long id) throws NoSuchUser {
			if (id == 404) {
				throw new NoSuchUser("No user 404", Map.of("id", id));
			}
			return new User(id, "user " + id);
		}

		@Override
		public List<User> search(@Nullable String text, Optional<Integer> page) {
			return List.of(new User(1, ((text != null) ? text : "any") + ", page " + page.orElse(1)));
		}

		@Override
		public int sum(int... numbers) {
			return Stream.of(numbers).flatMapToInt(Arrays::stream).sum();
		}

		@Override
		public int range(Range range) {
			return range.to() - range.from();
		}

		@Override
		public Flux<User> all() {
			return Flux.just(new User(1, "a"), new User(2, "b"));
		}

		@Override
		public CompletableFuture<User> later(long id) {
			return CompletableFuture.completedFuture(new User(id, "later"));
		}

		@Override
		public void seen(long id) {
			this.seen.countDown();
		}

		@Override
		public Flux<String> changes(String prefix) {
			return Flux.range(1, 100).map((number) -> prefix + " " + number);
		}

		@Override
		public Flux<Integer> subscribeNumbers(int count) {
			return Flux.range(1, count);
		}

	}

	@WebApplication
	@ImportAutoConfiguration({ JsonRpcClientAutoConfiguration.class, JsonRpcClientProxyAutoConfiguration.class })
	@Import(Users.class)
	static class Application {

	}

}
