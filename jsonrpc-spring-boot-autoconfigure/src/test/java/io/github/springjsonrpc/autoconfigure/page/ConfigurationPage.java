package io.github.springjsonrpc.autoconfigure.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on configuration.
 */
public final class ConfigurationPage {

	private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(jsonrpc\\.[^`]+)` \\| (.*) \\| (.*) \\|$");

	private final String text;

	private ConfigurationPage(String text) {
		this.text = text;
	}

	/**
	 * Read the page, wherever in the project the tests are started.
	 */
	public static ConfigurationPage read() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("mvnw"))) {
			directory = directory.getParent();
		}
		try {
			return new ConfigurationPage(Files.readString(directory.resolve("docs/configuration.md")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the properties of an example.
	 * @param containing a text that only this example contains
	 */
	PropertySource<?> yaml(String containing) {
		List<String> examples = YAML.matcher(this.text)
			.results()
			.map((match) -> match.group(1))
			.filter((example) -> example.contains(containing))
			.toList();
		assertThat(examples).hasSize(1);
		try {
			return new YamlPropertySourceLoader()
				.load("page", new ByteArrayResource(examples.get(0).getBytes(StandardCharsets.UTF_8)))
				.get(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the rows of the table of properties below a heading.
	 */
	public List<Property> properties(String heading) {
		int start = this.text.indexOf("\n## " + heading + "\n");
		int end = this.text.indexOf("\n## ", start + 1);
		return ROW.matcher(this.text.substring(start, end))
			.results()
			.map((row) -> new Property(row.group(1), row.group(2).replace("`", "").strip(),
					row.group(3).replace('`', '\'')))
			.toList();
	}

	/**
	 * A row of the table of properties.
	 *
	 * @param name the name
	 * @param defaultValue the default, empty if there is none
	 * @param description what it means
	 */
	public record Property(String name, String defaultValue, String description) {

	}

}
