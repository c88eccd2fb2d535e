package io.github.springjsonrpc.middleware;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.springjsonrpc.protocol.JsonStrings;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON for a log: on one line, cut to a length, without secrets.
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

	/**
	 * Write a value.
	 * @param value the value
	 * @param names what the elements of an array are called; those that are left over are
	 * taken for more of the last
	 */
	String render(JsonValue value, List<String> names) {
		StringBuilder text = new StringBuilder();
		if (this.redacted.isEmpty()) {
			text.append(value);
		}
		else {
			write(value, names, text);
		}
		return line(text, this.maxLength);
	}

	/**
	 * Make one line of a text, so that no caller can make it look like more.
	 */
	static String line(CharSequence text, int maxLength) {
		int length = Math.min(text.length(), maxLength);
		if (length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))) {
			length--;
		}
		StringBuilder line = new StringBuilder(length + 1);
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			line.append((Character.isISOControl(c) || c == '\u2028' || c == '\u2029') ? ' ' : c);
		}
		return ((length < text.length()) ? line.append('…') : line).toString();
	}

	private void write(JsonValue value, List<String> names, StringBuilder text) {
		Map<String, JsonValue> members = value.members();
		List<JsonValue> elements = members.isEmpty() ? value.elements() : List.of();
		if (!members.isEmpty()) {
			writeMembers(members, text);
		}
		else if (!elements.isEmpty()) {
			writeElements(elements, names, text);
		}
		else {
			text.append(value);
		}
	}

	private void writeMembers(Map<String, JsonValue> members, StringBuilder text) {
		char separator = '{';
		for (Map.Entry<String, JsonValue> member : members.entrySet()) {
			if (isFull(text)) {
				// what comes now is cut anyway
				return;
			}
			text.append(separator).append(JsonStrings.quote(member.getKey())).append(':');
			write(member.getKey(), member.getValue(), text);
			separator = ',';
		}
		text.append('}');
	}

	private void writeElements(List<JsonValue> elements, List<String> names, StringBuilder text) {
		char separator = '[';
		for (int i = 0; i < elements.size(); i++) {
			if (isFull(text)) {
				return;
			}
			String name = names.isEmpty() ? null : names.get(Math.min(i, names.size() - 1));
			write(name, elements.get(i), text.append(separator));
			separator = ',';
		}
		text.append(']');
	}

	private void write(@Nullable String name, JsonValue value, StringBuilder text) {
		if (name != null && this.redacted.contains(normalize(name))) {
			text.append(SECRET);
		}
		else {
			write(value, List.of(), text);
		}
	}

	private boolean isFull(StringBuilder text) {
		return text.length() > this.maxLength;
	}

}
