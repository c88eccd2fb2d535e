package io.github.springjsonrpc.server.webflux;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What methods learn of their caller, by {@link ExchangeArgumentResolver}. Seed rows S20
 * and S52.
 */
@CallHttpTest
class InjectionHttpTests {

	private static final String UNAUTHORIZED = "{\"code\":-32001,\"message\":\"Unauthorized\"}";

	@LocalServerPort
	private int port;

	private String call(String method, String params, String... headers) {
		String message = "{\"jsonrpc\":\"2.0\",\"method\":\"caller." + method + "\",\"params\":" + params
				+ ",\"id\":1}";
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", message, headers));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).startsWith("{\"jsonrpc\":\"2.0\",").endsWith(",\"id\":1}");
		return answer.text()
			.substring("{\"jsonrpc\":\"2.0\",".length(), answer.text().length() - ",\"id\":1}".length());
	}

	private static String result(String text) {
		return "\"result\":\"" + text + "\"";
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "principal;['Hello'];Hello Ann", "principal;{'greeting':'Hello'};Hello Ann",
					"principalReactive;['Hello'];Hello Ann", "subtype;[];Ann", "optional;[];Ann", "nullable;[];Ann" },
			quoteCharacter = '`')
	void injectsPrincipal(String method, String params, String result) {
		assertThat(call(method, params.replace('\'', '"'), "X-User: Ann")).isEqualTo(result(result));
	}

	@ParameterizedTest
	@ValueSource(strings = { "optional", "nullable" })
	void injectsNothingForAbsentPrincipalIfItMay(String method) {
		assertThat(call(method, "[]")).isEqualTo(result("nobody"));
	}

	@ParameterizedTest
	@CsvSource(value = { "principal,['Hello']", "principalReactive,['Hello']", "subtype,[]" }, quoteCharacter = '`')
	void refusesCallWithoutPrincipal(String method, String params) {
		assertThat(call(method, params.replace('\'', '"'))).isEqualTo("\"error\":" + UNAUTHORIZED);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "[\"Hello\",{\"name\":\"Eve\"}]", "{\"greeting\":\"Hello\",\"caller\":{\"name\":\"Eve\"}}" })
	void takesNoPrincipalFromParams(String params) {
		assertThat(call("principal", params, "X-User: Ann")).contains("-32602").doesNotContain("Eve");
	}

	@ParameterizedTest
	@ValueSource(strings = { "de-AT", "fr-CH, fr;q=0.9, en" })
	void injectsLocale(String header) {
		assertThat(call("locale", "[]", "Accept-Language: " + header)).isEqualTo(result(header.split(",")[0]));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Accept-Language: *", "Accept-Language: %%" })
	void injectsDefaultLocaleForCallerThatAsksForNone(String header) {
		String[] headers = header.isEmpty() ? new String[0] : new String[] { header };
		assertThat(call("locale", "[]", headers)).isEqualTo(result(Locale.getDefault().toLanguageTag()));
	}

	@Test
	void injectsExchange() {
		assertThat(call("exchange", "[\"seen\"]", "X-User: Ann")).isEqualTo(result("by the filter POST"));
	}

	@Test
	void injectsRequestWithItsHeaders() {
		assertThat(call("request", "[\"x-tags\"]", "X-Tags: a", "X-TAGS: b")).isEqualTo(result("/rpc [a, b]"));
	}

	@Test
	void injectsCall() {
		assertThat(call("call", "[]")).isEqualTo(result("request 1 caller.call true"));
	}

}
