package io.github.springjsonrpc.sample.prices;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The page at {@code /}, in a browser where there is one. What it looks like is in
 * {@code target} afterwards; {@code docs/prices.png} is from there.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PricePageTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void showsPricesAndAnswersTheServer(String colorScheme) throws Exception {
		try (Browser browser = Browser.start()) {
			assumeTrue(browser != null, "There is no Chromium on this machine");
			browser.open("http://localhost:" + this.port + "/", 1240, 800, colorScheme);
			browser.waitFor("document.getElementById('state').textContent", "connected");
			browser.waitFor("'' + document.querySelectorAll('#prices tr').length", "6");
			browser.evaluate("document.querySelector('#examples button:nth-child(2)').click()");
			browser.evaluate("document.getElementById('call').click()");
			browser.waitFor("document.getElementById('answer').textContent", "6");
			// until there is something to see
			browser.waitFor("'' + document.querySelector('polyline').points.length", "[89]|\\d\\d+");
			browser.evaluate("document.querySelector('#examples button').click()");
			browser.evaluate("document.getElementById('call').click()");
			browser.waitFor("document.getElementById('question').textContent", "Buy 10 ACME at \\d+\\.\\d\\d\\?");
			browser.screenshot(Path.of("target", "prices-" + colorScheme + ".png"));
			browser.evaluate("document.getElementById('yes').click()");
			browser.waitFor("document.getElementById('answer').textContent", "(?s).*\"symbol\": \"ACME\".*");
			browser.evaluate("document.getElementById('toggle').click()");
			browser.waitFor("document.getElementById('subscription').textContent", "not subscribed");
		}
	}

	@Test
	void loadsNothingFromElsewhere() throws Exception {
		try (var page = getClass().getResourceAsStream("/static/index.html")) {
			assertThat(page).isNotNull();
			assertThat(new String(page.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
				.doesNotContainPattern("(src|href|url\\()\\s*=?\\s*[\"']?(https?:)?//");
		}
	}

}
