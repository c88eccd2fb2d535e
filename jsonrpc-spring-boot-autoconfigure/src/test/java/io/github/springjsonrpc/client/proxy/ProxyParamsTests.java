package io.github.springjsonrpc.client.proxy;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcTimeout;
import io.github.springjsonrpc.client.CallOptions;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.RequestHeader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the methods of a proxy send.
 */
class ProxyParamsTests {

	private static <T> String sent(Class<T> type, Consumer<T> call) {
		return recorded(type, call).sent();
	}

	private static <T> Recorder recorded(Class<T> type, Consumer<T> call) {
		Recorder recorder = Recorder.answering(null);
		call.accept(recorder.proxy(type));
		return recorder;
	}

	private static String byName(Consumer<ByName> call) {
		return sent(ByName.class, call);
	}

	private static String byPosition(Consumer<ByPosition> call) {
		return sent(ByPosition.class, call);
	}

	@Test
	void sendsArgumentsByName() {
		assertThat(byName((proxy) -> proxy.find(7, "Ada"))).isEqualTo("find {'id':7,'user_name':'Ada'}");
	}

	@Test
	void sendsNoParamsWithoutArguments() {
		assertThat(byName(ByName::none)).isEqualTo("none");
		assertThat(byPosition(ByPosition::none)).isEqualTo("none");
	}

	@Test
	void sendsNullForWhatIsRequired() {
		assertThat(byName((proxy) -> proxy.find(7, null))).isEqualTo("find {'id':7,'user_name':null}");
		assertThat(byPosition((proxy) -> proxy.find(7, null))).isEqualTo("find [7,null]");
	}

	@Test
	void leavesOutWhatIsOptionalAndNull() {
		assertThat(byName((proxy) -> proxy.search(null, Optional.empty(), null))).isEqualTo("search");
		assertThat(byName((proxy) -> proxy.search("a", Optional.of(2), null)))
			.isEqualTo("search {'text':'a','page':2}");
		assertThat(byName((proxy) -> proxy.search(null, Optional.empty(), true))).isEqualTo("search {'all':true}");
	}

	@Test
	void leavesOutWhatIsOptionalAndNullAtTheEndOfAnArray() {
		assertThat(byPosition((proxy) -> proxy.search(null, Optional.empty(), null))).isEqualTo("search");
		assertThat(byPosition((proxy) -> proxy.search("a", Optional.empty(), null))).isEqualTo("search ['a']");
		assertThat(byPosition((proxy) -> proxy.search(null, Optional.empty(), true)))
			.isEqualTo("search [null,null,true]");
	}

	@Test
	void sendsRestByTheOnlyWayThereIs() {
		assertThat(byName((proxy) -> proxy.sum(1, 2, 3))).isEqualTo("sum [1,2,3]");
		assertThat(byName((proxy) -> proxy.sum(1))).isEqualTo("sum [1]");
		assertThat(byName((proxy) -> proxy.log("a", List.of(1, 2)))).isEqualTo("log ['a',1,2]");
		assertThat(byName((proxy) -> proxy.log(null, Arrays.asList(1, null)))).isEqualTo("log [null,1,null]");
		assertThat(byName((proxy) -> proxy.tag("a", Map.of("color", "red"))))
			.isEqualTo("tag {'name':'a','color':'red'}");
		assertThat(byName((proxy) -> proxy.tag("a", null))).isEqualTo("tag {'name':'a'}");
	}

	@Test
	void sendsWholeParams() {
		assertThat(byName((proxy) -> proxy.range(new Range(1, 9)))).isEqualTo("range {'from':1,'to':9}");
		assertThat(byName((proxy) -> proxy.map(new LinkedHashMap<>(Map.of("a", 1))))).isEqualTo("map {'a':1}");
		assertThat(byName((proxy) -> proxy.list(List.of(1, 2)))).isEqualTo("list [1,2]");
		assertThat(byName((proxy) -> proxy.array(new int[] { 1, 2 }))).isEqualTo("array [1,2]");
		assertThat(byName((proxy) -> proxy.list(null))).isEqualTo("list");
		assertThat(byName((proxy) -> proxy.any(JsonRpcParams.positional(1, "a")))).isEqualTo("any [1,'a']");
		assertThat(byName((proxy) -> proxy.any(JsonRpcParams.named(Map.of("a", 1))))).isEqualTo("any {'a':1}");
		assertThat(byName((proxy) -> proxy.any(JsonRpcParams.none()))).isEqualTo("any");
	}

	@Test
	void putsPrefixBeforeNames() {
		assertThat(sent(Prefixed.class, Prefixed::list)).isEqualTo("user.list");
		assertThat(sent(Prefixed.class, Prefixed::named)).isEqualTo("user.other");
		assertThat(sent(PrefixOfService.class, PrefixOfService::list)).isEqualTo("order.list");
	}

	@Test
	void callsOneMethodBySeveral() {
		assertThat(sent(Several.class, Several::list)).isEqualTo("list");
		assertThat(recorded(Several.class, Several::refresh).request().isNotification()).isTrue();
		assertThat(sent(Several.class, Several::refresh)).isEqualTo("list");
	}

	@Test
	void takesAnnotationsFromSuperInterfaces() {
		assertThat(sent(Inheriting.class, (proxy) -> proxy.find(7))).isEqualTo("user.find {'key':7}");
	}

	@Test
	void sendsHeaders() {
		assertThat(recorded(Extras.class, (proxy) -> proxy.headers("secret", List.of("a", "b"), null)).request())
			.satisfies((request) -> {
				assertThat(request.params().kind()).isEqualTo(JsonRpcParams.Kind.NONE);
				assertThat(CallOptions.of(request).headers())
					.isEqualTo(Map.of("Authorization", List.of("secret"), "tag", List.of("a", "b")));
			});
	}

	@Test
	void handsAttributesToMiddleware() {
		assertThat(recorded(Extras.class, (proxy) -> proxy.attribute("acme")).request()).satisfies((request) -> {
			assertThat(request.params().kind()).isEqualTo(JsonRpcParams.Kind.NONE);
			assertThat(request.attribute("tenant")).isEqualTo("acme");
		});
	}

	@Test
	void setsTimeouts() {
		assertThat(timeout(Timeouts::ofInterface)).isEqualTo(Duration.ofSeconds(30));
		assertThat(timeout(Timeouts::ofMethod)).isEqualTo(Duration.ofMillis(500));
		assertThat(timeout((proxy) -> proxy.ofCaller(Duration.ofSeconds(2)))).isEqualTo(Duration.ofSeconds(2));
		assertThat(timeout((proxy) -> proxy.ofCaller(null))).isEqualTo(Duration.ofMillis(500));
	}

	private static @Nullable Duration timeout(Consumer<Timeouts> call) {
		Recorder recorder = recorded(Timeouts.class, call);
		assertThat(recorder.request().params().kind()).isEqualTo(JsonRpcParams.Kind.NONE);
		return CallOptions.of(recorder.request()).timeout();
	}

	record Range(int from, int to) {

	}

	interface ByName {

		void none();

		void find(long id, @RpcParam("user_name") String name);

		void search(@RpcParam(required = false) String text, Optional<Integer> page, @Nullable Boolean all);

		void sum(int... numbers);

		void log(String text, @RpcParam(rest = true) List<Integer> more);

		void tag(String name, @RpcParam(rest = true) Map<String, String> tags);

		void range(@RpcParams Range range);

		void map(@RpcParams Map<String, Integer> map);

		void list(@RpcParams List<Integer> list);

		void array(@RpcParams int[] array);

		void any(JsonRpcParams params);

	}

	@RpcClient(params = RpcClient.Params.BY_POSITION)
	interface ByPosition {

		void none();

		void find(long id, String name);

		void search(@RpcParam(required = false) String text, Optional<Integer> page, @Nullable Boolean all);

	}

	@RpcClient(prefix = "user")
	interface Prefixed {

		void list();

		@RpcMethod("other")
		void named();

	}

	@RpcClient("orders")
	@RpcService("order")
	interface PrefixOfService {

		void list();

	}

	interface Several {

		void list();

		@RpcMethod(name = "list", notification = true)
		void refresh();

	}

	interface Finder<K> {

		@RpcMethod("find")
		void find(@RpcParam("key") K id);

	}

	@RpcClient(prefix = "user")
	interface Inheriting extends Finder<Integer> {

		@Override
		void find(Integer id);

	}

	interface Extras {

		void headers(@RequestHeader("Authorization") String token, @RequestHeader List<String> tag,
				@RequestHeader @Nullable String absent);

		void attribute(@RpcAttribute String tenant);

	}

	@RpcTimeout("30s")
	interface Timeouts {

		void ofInterface();

		@RpcTimeout("PT0.5S")
		void ofMethod();

		@RpcTimeout("500ms")
		void ofCaller(@RpcTimeout @Nullable Duration timeout);

	}

}
