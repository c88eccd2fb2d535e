package io.github.springjsonrpc.autoconfigure;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.springjsonrpc.autoconfigure.page.ConfigurationPage;
import io.github.springjsonrpc.autoconfigure.page.ConfigurationPage.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests what IDEs and people are told of the properties: the generated metadata, the page
 * on configuration and the classes that properties are bound to have to agree.
 */
class ConfigurationMetadataTests {

	private static final String OF_A_SERVER = "Properties of a server";

	private static final String OF_ALL_SERVERS = "Properties that hold for all servers";

	private static final String OF_A_CLIENT = "Properties of a client";

	private static final JsonNode METADATA = metadata();

	private static final ConfigurationPage PAGE = ConfigurationPage.read();

	static Stream<JsonNode> properties() {
		return StreamSupport.stream(METADATA.path("properties").spliterator(), false);
	}

	@ParameterizedTest
	@MethodSource("properties")
	void describesEachPropertyAsBootDoes(JsonNode property) {
		String description = property.path("description").asString();
		assertThat(description).matches("[A-Z].*\\.").doesNotMatch("(The|An?) .*").doesNotContain("<", "{@", "  ");
		String type = property.path("type").asString();
		if (type.equals("java.lang.Boolean")) {
			assertThat(description).startsWith("Whether ");
		}
		if (type.startsWith("java.util.List") || type.startsWith("java.util.Set")) {
			assertThat(description).startsWith("Comma-separated list of ");
		}
	}

	@Test
	void isWhatThePageSays() {
		List<Property> documented = new ArrayList<>(PAGE.properties(OF_A_SERVER));
		documented.addAll(PAGE.properties(OF_ALL_SERVERS));
		// those of a single client are in no metadata, as they have a name in the middle
		documented.addAll(PAGE.properties(OF_A_CLIENT).stream().filter((row) -> !row.name().contains("<")).toList());
		assertThat(documented)
			.containsExactlyInAnyOrderElementsOf(properties().map(ConfigurationMetadataTests::toProperty).toList());
	}

	@Test
	void tellsTheDefaultsThatHold() {
		MockEnvironment environment = new MockEnvironment();
		defaults().forEach(environment::setProperty);
		JsonRpcProperties told = Binder.get(environment).bind("jsonrpc", JsonRpcProperties.class).get();
		assertThat(told.getJson().getMapper()).isEqualTo(JsonRpcProperties.Mapper.JACKSON);
		told.getJson().setMapper(null);
		assertThat(told).usingRecursiveComparison().isEqualTo(new JsonRpcProperties());
	}

	@Test
	void tellsNoDefaultOnlyWhereThereIsNone() {
		assertThat(properties().filter((property) -> !property.has("defaultValue")))
			.extracting((property) -> property.path("name").asString())
			.containsExactlyInAnyOrder("jsonrpc.clients", "jsonrpc.server.timeout", "jsonrpc.server.websocket.path",
					"jsonrpc.servers");
	}

	@Test
	void tellsApartWhatASingleServerHas() {
		assertThat(PAGE.properties(OF_A_SERVER)).isNotEmpty()
			.allSatisfy((property) -> assertThatCode(() -> bindForOneServer(property)).doesNotThrowAnyException());
		assertThat(PAGE.properties(OF_ALL_SERVERS).stream().filter((property) -> isOfServer(property.name())))
			.isNotEmpty()
			.allSatisfy((property) -> assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
				.isThrownBy(() -> bindForOneServer(property)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jsonrpc.server.allowed-origins", "jsonrpc.server.allowed-hosts" })
	void suggestsTheWildcardAndAllowsAnyOtherValue(String name) {
		JsonNode hint = hint(name);
		assertThat(hint.at("/values/0/value").asString()).isEqualTo("*");
		assertThat(hint.at("/providers/0/name").asString()).isEqualTo("any");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jsonrpc.servers.keys", "jsonrpc.clients.keys" })
	void allowsAnyName(String name) {
		assertThat(hint(name).at("/providers/0/name").asString()).isEqualTo("any");
	}

	private static void bindForOneServer(Property property) {
		MockEnvironment environment = new MockEnvironment();
		environment.setProperty(property.name().replace("jsonrpc.server.", "jsonrpc.servers.admin."),
				property.name().endsWith("timeout") ? "1s" : property.defaultValue());
		new ServerPropertiesBinder(environment).bind("admin");
	}

	private static boolean isOfServer(String name) {
		return name.startsWith("jsonrpc.server.");
	}

	private static Map<String, String> defaults() {
		Map<String, String> defaults = new TreeMap<>();
		properties().filter((property) -> property.has("defaultValue"))
			.map(ConfigurationMetadataTests::toProperty)
			.forEach((property) -> defaults.put(property.name(), property.defaultValue()));
		return defaults;
	}

	private static Property toProperty(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		String text = value.isArray() ? String.join(",", value.values().stream().map(JsonNode::asString).toList())
				: value.asString("");
		return new Property(property.path("name").asString(), text, property.path("description").asString());
	}

	private static JsonNode hint(String name) {
		return StreamSupport.stream(METADATA.path("hints").spliterator(), false)
			.filter((hint) -> hint.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode metadata() {
		InputStream metadata = JsonRpcProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json");
		assertThat(metadata).isNotNull();
		return JsonMapper.shared().readTree(metadata);
	}

}
