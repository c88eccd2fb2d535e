package io.github.springjsonrpc.docs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property that the documentation names exists.
 */
class DocumentedPropertiesTests {

	private static final Pattern PROPERTY = Pattern.compile("`(jsonrpc\\.[\\w.<>-]+)");

	// a further server takes the properties of the default one
	private static final Pattern NAMED_SERVER = Pattern.compile("^jsonrpc\\.servers\\.[^.]+");

	private static final Pattern NAMED_CLIENT = Pattern.compile("^jsonrpc\\.clients\\.[^.]+\\.?");

	static Stream<Path> pages() {
		return ProjectFiles.pages().stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void pageNamesPropertiesThatExist(Path page) throws IOException {
		Set<String> known = properties();
		assertThat(named(page)).allSatisfy((name) -> {
			if (NAMED_CLIENT.matcher(name).find()) {
				assertThat(isOfClient(NAMED_CLIENT.matcher(name).replaceFirst(""))).as(name).isTrue();
				return;
			}
			String property = NAMED_SERVER.matcher(name).replaceFirst("jsonrpc.server");
			assertThat(known).anyMatch((other) -> other.equals(property) || other.startsWith(property + "."));
		});
	}

	private static boolean isOfClient(String property) {
		if (property.isEmpty()) {
			return true;
		}
		List<String> names = Arrays.stream(property.split("\\."))
			.map((name) -> StringUtils.uncapitalize(
					Arrays.stream(name.split("-")).map(StringUtils::capitalize).collect(Collectors.joining())))
			.toList();
		String path = names.get(0).equals("headers") ? "headers" : String.join(".", names);
		return new BeanWrapperImpl(new JsonRpcClientProperties()).isReadableProperty(path);
	}

	private static Set<String> named(Path page) throws IOException {
		Set<String> names = new TreeSet<>();
		PROPERTY.matcher(String.join("\n", ProjectFiles.lines(page)))
			.results()
			.forEach((match) -> names.add(match.group(1)));
		for (CodeBlock block : CodeBlock.of(page)) {
			if (block.language().equals("yaml")) {
				ByteArrayResource yaml = new ByteArrayResource(
						String.join("\n", block.lines()).getBytes(StandardCharsets.UTF_8));
				new YamlPropertySourceLoader().load("page", yaml)
					.forEach((source) -> names
						.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames())));
			}
		}
		names.removeIf((name) -> !name.startsWith("jsonrpc."));
		return names;
	}

	private static Set<String> properties() throws IOException {
		Set<String> names = new TreeSet<>();
		for (URL metadata : Collections.list(DocumentedPropertiesTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream in = metadata.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
					names.add(property.path("name").asString());
				}
			}
		}
		return names;
	}

}
