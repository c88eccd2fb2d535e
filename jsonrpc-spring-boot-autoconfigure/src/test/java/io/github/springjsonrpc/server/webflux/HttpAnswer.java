package io.github.springjsonrpc.server.webflux;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A response as it came over the wire.
 *
 * @param status the status code
 * @param headers the headers by name in lower case
 * @param body the body
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Nullable String header(String name) {
		return this.headers.get(name.toLowerCase(Locale.ROOT));
	}

}
