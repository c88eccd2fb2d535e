package io.github.springjsonrpc.autoconfigure.page;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests beans of an application in place of those that are built in, as the page on
 * configuration shows.
 */
class BuiltInBeansTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Application.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void readsAndWritesWithTheCodecAndRunsOnTheScheduler() {
		assertThat(application.call("/rpc", "slot", "[{\"shelf_name\":\"top\"}]"))
			.matches("\"result\":\\{\"shelf_name\":\"calls-\\d+\"}");
	}

	@Test
	void mapsExceptionsByTheReplacementAndInsideOfTheOutermostMiddleware() {
		BuiltInBeans beans = application.context().getBean(BuiltInBeans.class);
		int before = beans.errors.get();
		try (CapturedLog log = CapturedLog.of(ExceptionMappingMiddleware.class, Level.ERROR)) {
			assertThat(application.call("/rpc", "drop", "[]")).contains("\"message\":\"The shelf is empty\"");
			assertThat(log.events()).hasSize(1);
		}
		assertThat(beans.errors).hasValue(before + 1);
	}

	@WebApplication
	@Import(BuiltInBeans.class)
	static class Application {

	}

}
