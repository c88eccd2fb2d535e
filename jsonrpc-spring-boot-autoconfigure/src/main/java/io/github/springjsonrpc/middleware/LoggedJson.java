package io.github.springjsonrpc.middleware;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON for a log: cut to a length, without secrets.
 */
final class LoggedJson {

	private static final String SECRET = "\"***\"";

	private final int maxLength;

	private final Set<String> redacted;

	LoggedJson(int maxLength, Set<String> redacted) {
		this.maxLength = maxLength;
		this.redacted = redacted.stream().map(LoggedJson::normalize).collect(Collectors.toUnmodifiableSet());
	}

	private static String normalize(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	String render(JsonValue value) {
		return render(value, List.of());
	}

	/**
	 * Write an array whose elements have names.
	 */
	String render(JsonValue value, List<String> names) {
		StringBuilder text = new StringBuilder();
		if (this.redacted.isEmpty()) {
			text.append(value);
		}
		else {
			write(value, names, text);
		}
		return (text.length() <= this.maxLength) ? text.toString()
				: text.substring(0, this.maxLength) + "… (" + text.length() + " characters)";
	}

	private void write(JsonValue value, List<String> names, StringBuilder text) {
		Map<String, JsonValue> members = value.members();
		List<JsonValue> elements = value.elements();
		if (!members.isEmpty()) {
			char separator = '{';
			for (Map.Entry<String, JsonValue> member : members.entrySet()) {
				text.append(separator).append('"').append(member.getKey()).append("\":");
				write(member.getKey(), member.getValue(), text);
				separator = ',';
			}
			text.append('}');
		}
		else if (!elements.isEmpty()) {
			char separator = '[';
			for (int i = 0; i < elements.size(); i++) {
				write((i < names.size()) ? names.get(i) : null, elements.get(i), text.append(separator));
				separator = ',';
			}
			text.append(']');
		}
		else {
			text.append(value);
		}
	}

	private void write(@Nullable String name, JsonValue value, StringBuilder text) {
		if (name != null && this.redacted.contains(normalize(name))) {
			text.append(SECRET);
		}
		else if (text.length() <= this.maxLength) {
			write(value, List.of(), text);
		}
	}

}
