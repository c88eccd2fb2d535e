package io.github.springjsonrpc.sample.prices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A headless Chromium, driven by its DevTools protocol.
 */
final class Browser implements WebSocket.Listener, AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final JsonMapper MAPPER = new JsonMapper();

	private final Path profile;

	private final Process process;

	private final WebSocket devTools;

	private final StringBuilder text = new StringBuilder();

	private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();

	private int id;

	private Browser(Path program) throws Exception {
		this.profile = Files.createTempDirectory("browser");
		this.process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu",
				"--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + this.profile, "about:blank")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		Path portFile = this.profile.resolve("DevToolsActivePort");
		await().atMost(TIMEOUT).until(() -> Files.exists(portFile) && Files.readAllLines(portFile).size() > 1);
		HttpClient client = HttpClient.newHttpClient();
		String pages = client
			.send(HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).get(0) + "/json/list"))
				.build(), BodyHandlers.ofString())
			.body();
		this.devTools = client.newWebSocketBuilder()
			.buildAsync(URI.create(MAPPER.readTree(pages).get(0).get("webSocketDebuggerUrl").asString()), this)
			.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
	}

	/**
	 * Start the browser.
	 * @return the browser, or {@code null} if there is none on this machine
	 */
	static Browser start() throws Exception {
		for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
			Path program = Path.of("/usr/bin", name);
			if (Files.isExecutable(program)) {
				return new Browser(program);
			}
		}
		return null;
	}

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
		this.text.append(part);
		if (last) {
			JsonNode message = MAPPER.readTree(this.text.toString());
			this.text.setLength(0);
			if (message.has("id")) {
				this.answers.add(message);
			}
		}
		socket.request(1);
		return null;
	}

	private JsonNode command(String method, Map<String, Object> params) {
		this.devTools
			.sendText(MAPPER.writeValueAsString(Map.of("id", ++this.id, "method", method, "params", params)), true)
			.join();
		try {
			JsonNode answer = this.answers.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
			assertThat(answer).as(method).isNotNull();
			assertThat(answer.get("id").asInt()).isEqualTo(this.id);
			return answer.path("result");
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void open(String url, int width, int height, String colorScheme) {
		command("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1.5, "mobile", false));
		command("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
		command("Page.navigate", Map.of("url", url));
	}

	/**
	 * Evaluate a script on the page.
	 * @return its result as text
	 */
	String evaluate(String script) {
		return command("Runtime.evaluate", Map.of("expression", script)).path("result").path("value").asString("");
	}

	void waitFor(String script, String expected) {
		await().atMost(TIMEOUT).untilAsserted(() -> assertThat(evaluate(script)).matches(expected));
	}

	void screenshot(Path file) throws IOException {
		String data = command("Page.captureScreenshot", Map.of("format", "png")).get("data").asString();
		Files.write(file, Base64.getDecoder().decode(data));
	}

	@Override
	public void close() throws IOException {
		this.devTools.abort();
		this.process.destroy();
		this.process.onExit().orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
		FileSystemUtils.deleteRecursively(this.profile);
	}

}
