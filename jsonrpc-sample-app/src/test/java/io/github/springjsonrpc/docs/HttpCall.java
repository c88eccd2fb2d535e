package io.github.springjsonrpc.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Posts JSON as any client would, without a line of the library.
 */
public final class HttpCall {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private HttpCall() {
	}

	public static HttpResponse<String> post(URI uri, String json, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json));
		headers.forEach(request::header);
		try {
			return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Call a method with the id 1.
	 * @return the answer without its first and last member, which are always the same
	 */
	public static String call(int port, String path, String method, String params) {
		String answer = post(URI.create("http://localhost:" + port + path),
				"{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":1}",
				Map.of("Accept-Language", "en", "User-Agent", "docs"))
			.body();
		return answer.replaceFirst("^\\{\"jsonrpc\":\"2.0\",", "").replaceFirst(",\"id\":1}$", "");
	}

}
