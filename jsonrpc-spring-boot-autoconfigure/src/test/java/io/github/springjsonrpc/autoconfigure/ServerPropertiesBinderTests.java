package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.Locale;

import io.github.springjsonrpc.server.NullIdPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerPropertiesBinder}.
 */
class ServerPropertiesBinderTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void bindsTheDefaultServerWithoutAnyProperty() {
		JsonRpcServerProperties properties = binder().bind("default");
		assertThat(properties).usingRecursiveComparison().isEqualTo(new JsonRpcServerProperties());
		assertThat(binder().names()).isEmpty();
	}

	@Test
	void inheritsWhatAServerDoesNotSay() {
		JsonRpcServerProperties admin = binder("jsonrpc.server.null-id=reject", "jsonrpc.server.batch.max-size=7",
				"jsonrpc.server.batch.concurrency=3", "jsonrpc.server.timeout=2s", "jsonrpc.servers.admin.path=/admin",
				"jsonrpc.servers.admin.batch.max-size=9")
			.bind("admin");
		assertThat(admin.getPath()).isEqualTo("/admin");
		assertThat(admin.getNullId()).isEqualTo(NullIdPolicy.REJECT);
		assertThat(admin.getTimeout()).isEqualTo(Duration.ofSeconds(2));
		assertThat(admin.getBatch().getMaxSize()).isEqualTo(9);
		assertThat(admin.getBatch().getConcurrency()).isEqualTo(3);
	}

	@Test
	void doesNotGiveTheDefaultServerWhatAnotherOneSays() {
		ServerPropertiesBinder binder = binder("jsonrpc.servers.admin.path=/admin",
				"jsonrpc.servers.admin.max-response-size=1KB");
		assertThat(binder.bind("admin").getMaxResponseSize()).isEqualTo(DataSize.ofKilobytes(1));
		assertThat(binder.bind("default").getMaxResponseSize()).isEqualTo(DataSize.ofMegabytes(10));
		assertThat(binder.bind("default").getPath()).isEqualTo("/rpc");
	}

	@Test
	void replacesListsAsAWhole() {
		JsonRpcServerProperties admin = binder("jsonrpc.server.allowed-origins=https://a.example,https://b.example",
				"jsonrpc.servers.admin.allowed-origins=https://c.example")
			.bind("admin");
		assertThat(admin.getAllowedOrigins()).containsExactly("https://c.example");
	}

	@Test
	void replacesAListByAnEmptyOne() {
		JsonRpcServerProperties admin = binder("jsonrpc.server.allowed-hosts=a.example",
				"jsonrpc.servers.admin.allowed-hosts=")
			.bind("admin");
		assertThat(admin.getAllowedHosts()).isEmpty();
	}

	@Test
	void givesAServerWithoutPathTheOneOfTheDefaultServer() {
		assertThat(binder("jsonrpc.servers.admin.introspection=true").bind("admin").getPath()).isEqualTo("/rpc");
	}

	@Test
	void bindsEnvironmentVariables() {
		TestPropertyValues
			.of("JSONRPC_SERVER_BATCH_MAXSIZE=5", "JSONRPC_SERVERS_ADMIN_PATH=/admin",
					"JSONRPC_SERVERS_ADMIN_ALLOWEDORIGINS_0=https://a.example")
			.applyTo(this.environment, Type.SYSTEM_ENVIRONMENT);
		ServerPropertiesBinder binder = binder();
		assertThat(binder.names()).containsExactly("admin");
		assertThat(binder.bind("admin").getPath()).isEqualTo("/admin");
		assertThat(binder.bind("admin").getAllowedOrigins()).containsExactly("https://a.example");
		assertThat(binder.bind("admin").getBatch().getMaxSize()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "order-api", "orderApi", "orderapi", "OrderApi", "order_api" })
	void takesAnEnvironmentVariableForTheServerWrittenElsewhere(String name) {
		TestPropertyValues
			.of("jsonrpc.servers." + name + ".path=/orders", "jsonrpc.servers." + name + ".batch.max-size=5")
			.applyTo(this.environment);
		TestPropertyValues.of("JSONRPC_SERVERS_ORDERAPI_PATH=/other")
			.applyTo(this.environment, Type.SYSTEM_ENVIRONMENT);
		ServerPropertiesBinder binder = binder();
		assertThat(binder.names()).containsExactly(name);
		assertThat(binder.bind(name).getPath()).isEqualTo("/other");
		assertThat(binder.bind(name).getBatch().getMaxSize()).isEqualTo(5);
	}

	@Test
	void bindsNamesInBrackets() {
		ServerPropertiesBinder binder = binder("jsonrpc.servers[order.api].path=/orders");
		assertThat(binder.names()).containsExactly("order.api");
		assertThat(binder.bind("order.api").getPath()).isEqualTo("/orders");
	}

	@Test
	void bindsOtherSpellingsOfAProperty() {
		assertThat(binder("jsonrpc.servers.admin.maxCollectedItems=5").bind("admin").getMaxCollectedItems())
			.isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "enabled, false", "execution, worker", "include-exception, message", "worker.max-threads, 5",
			"middleware.logging, true", "logging.redact, pin", "alowed-origins, *", "batch.maximum-size, 1" })
	void refusesPropertiesThatASingleServerDoesNotHave(String key, String value) {
		ServerPropertiesBinder binder = binder("jsonrpc.servers.admin.path=/admin",
				"jsonrpc.servers.admin." + key + "=" + value);
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> binder.bind("admin"))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("jsonrpc.servers.admin." + key))
			.satisfies((ex) -> assertThat(ex.getValue()).isEqualTo(value));
	}

	@ParameterizedTest
	@CsvSource({ "path, rpc", "allowed-origins, example.org", "allowed-hosts, https://example.org",
			"max-response-size, 0B", "max-response-size, 2GB", "max-collected-items, 0", "timeout, 0s", "timeout, -1s",
			"batch.max-size, 0", "batch.concurrency, -1" })
	void refusesValuesThatCanNotBeMeant(String key, String value) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> binder("jsonrpc.servers.admin." + key + "=" + value).bind("admin"))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("jsonrpc.servers.admin." + key));
	}

	@Test
	void blamesAnInheritedValueOnThePropertyThatIsSet() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(
					() -> binder("jsonrpc.server.batch.max-size=0", "jsonrpc.servers.admin.path=/admin").bind("admin"))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("jsonrpc.server.batch.max-size"));
	}

	@ParameterizedTest
	@CsvSource({ "*", "https://*.example.org", "https://example.org:[8080,8081]", "*.example.org", "null",
			"chrome-extension://abc" })
	void acceptsOriginsOfEveryKind(String origin) {
		assertThat(binder("jsonrpc.server.allowed-origins[0]=" + origin).bind("default").getAllowedOrigins())
			.containsExactly(origin);
	}

	@ParameterizedTest
	@CsvSource({ "default", "Default" })
	void refusesToNameTheDefaultServerAgain(String name) {
		assertThatExceptionOfType(JsonRpcConfigurationException.class)
			.isThrownBy(() -> binder("jsonrpc.servers." + name + ".path=/admin"))
			.withMessage("The properties 'jsonrpc.servers.%s.*' name the default server",
					name.toLowerCase(Locale.ROOT));
	}

	private ServerPropertiesBinder binder(String... properties) {
		TestPropertyValues.of(properties).applyTo(this.environment);
		return new ServerPropertiesBinder(this.environment);
	}

}
