package io.github.springjsonrpc.autoconfigure.page;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.middleware.LoggingMiddleware;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests two servers in one application, configured as the page on configuration shows.
 */
class TwoServersTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		PropertySource<?> properties = ConfigurationPage.read().yaml("servers:");
		application = RunningApplication.start(
				(builder) -> builder.properties("jsonrpc.server.middleware.logging=true")
					.initializers((context) -> context.getEnvironment().getPropertySources().addFirst(properties)),
				Application.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void answersTheMethodsOfEachServerOnItsPath() {
		assertThat(application.call("/rpc", "open", "[\"Ann\",\"pw\"]")).isEqualTo("\"result\":\"open for Ann\"");
		assertThat(application.call("/admin", "status", "[]")).isEqualTo("\"result\":\"running\"");
		assertThat(application.call("/rpc", "status", "[]"))
			.isEqualTo("\"error\":{\"code\":-32601,\"message\":\"Method not found\"}");
		assertThat(application.call("/admin", "open", "[\"Ann\",\"pw\"]"))
			.isEqualTo("\"error\":{\"code\":-32601,\"message\":\"Method not found\"}");
	}

	@Test
	void runsTheMiddlewareOfOneServerForItsCallsOnly() {
		TwoServers beans = application.context().getBean(TwoServers.class);
		int before = beans.adminCalls.get();
		application.call("/rpc", "open", "[\"Ann\",\"pw\"]");
		assertThat(beans.adminCalls).hasValue(before);
		application.call("/admin", "status", "[]");
		assertThat(beans.adminCalls).hasValue(before + 1);
	}

	@Test
	void limitsTheBatchesOfEachServer() {
		String three = "[" + "{\"jsonrpc\":\"2.0\",\"method\":\"rpc.none\",\"id\":1},".repeat(2)
				+ "{\"jsonrpc\":\"2.0\",\"method\":\"rpc.none\",\"id\":1}]";
		assertThat(application.post("/rpc", three)).startsWith("[{").contains("-32601");
		assertThat(application.post("/admin", three)).startsWith("{").contains("\"error\"").doesNotContain("-32601");
	}

	@Test
	void limitsTheMessagesOfBoth() {
		String large = "[\"" + "x".repeat(300_000) + "\"]";
		assertThat(application.post("/rpc", large)).contains("larger than 262144 bytes");
		assertThat(application.post("/admin", large)).contains("larger than 262144 bytes");
	}

	@Test
	void limitsTheListsOfOneServerAsTheCustomizerSays() {
		assertThat(application.call("/rpc", "countTo", "[5]")).isEqualTo("\"result\":[1,2,3,4,5]");
		assertThat(application.call("/admin", "log", "[3]")).isEqualTo("\"result\":[\"line 1\",\"line 2\",\"line 3\"]");
		assertThat(application.call("/admin", "log", "[4]")).contains("\"code\":-32003");
	}

	@Test
	void admitsTheOriginsOfEachServer() {
		assertThat(application.statusFor("/rpc", "https://shop.example")).isEqualTo(200);
		assertThat(application.statusFor("/rpc", "https://admin.example")).isEqualTo(403);
		assertThat(application.statusFor("/admin", "https://admin.example")).isEqualTo(200);
		assertThat(application.statusFor("/admin", "https://shop.example")).isEqualTo(403);
	}

	@Test
	void listsTheMethodsOfTheServerThatIsToldTo() {
		assertThat(application.call("/admin", "rpc.methods", "[]")).contains("\"name\":\"status\"")
			.doesNotContain("\"name\":\"open\"");
		assertThat(application.call("/rpc", "rpc.methods", "[]")).contains("-32601");
	}

	@Test
	void answersOnARouteOfTheApplicationToo() {
		assertThat(application.call("/v2/admin", "status", "[]")).isEqualTo("\"result\":\"running\"");
		assertThat(application.statusFor("/v2/admin", "https://shop.example")).isEqualTo(403);
	}

	@Test
	void injectsBothServers() {
		assertThat(application.context().getBean(ShopOverview.class).methods()).isEqualTo(5);
	}

	@Test
	void logsCallsWithoutSecrets() {
		try (CapturedLog log = CapturedLog.of(LoggingMiddleware.class, Level.INFO)) {
			application.call("/rpc", "open", "[\"Ann\",\"pw\"]");
			assertThat(log.lines()).hasSize(2);
			assertThat(log.lines().get(0)).contains("open").endsWith("[\"Ann\",\"***\"]");
			assertThat(log.lines().get(1)).contains("open").endsWith("\"open for Ann\"");
		}
	}

	@WebApplication
	@Import(TwoServers.class)
	static class Application {

	}

}
