package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;

/**
 * Admits requests of the same origin, of listed ones and those without an {@code Origin},
 * as no browser sends a POST request without; of these, requests to listed hosts only, if
 * any are listed. Refused requests get 403.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, HTTP CORS
 * protocol</a>
 */
public final class CorsOriginPolicy implements OriginPolicy {

	private final CorsProcessor processor = new DefaultCorsProcessor();

	private final CorsConfiguration configuration = new CorsConfiguration();

	private final AllowedHosts allowedHosts;

	/**
	 * Create a policy.
	 * @param allowedOrigins the origins to admit besides the same one, each as in
	 * {@code https://example.org}, with {@code *} in place of any part; empty for none
	 * @param allowedHosts the hosts to accept requests for, with or without port, with
	 * {@code *} in place of any part; empty for any. Listing them is what keeps DNS
	 * rebinding out
	 * @param allowCredentials whether listed origins may send cookies
	 */
	public CorsOriginPolicy(List<String> allowedOrigins, List<String> allowedHosts, boolean allowCredentials) {
		this.allowedHosts = new AllowedHosts(allowedHosts);
		// browsers send them in lower case
		allowedOrigins.forEach((origin) -> this.configuration.addAllowedOriginPattern(origin.toLowerCase(Locale.ROOT)));
		this.configuration.setAllowedMethods(List.of(HttpMethod.POST.name(), HttpMethod.GET.name()));
		this.configuration.addAllowedHeader(CorsConfiguration.ALL);
		this.configuration.setAllowCredentials(allowCredentials);
		this.configuration.setMaxAge(Duration.ofMinutes(30));
	}

	@Override
	public boolean admit(ServerWebExchange exchange) {
		if (!this.allowedHosts.accept(exchange.getRequest().getURI())) {
			exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
			return false;
		}
		return !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.ORIGIN)
				|| this.processor.process(this.configuration, exchange);
	}

	@Override
	public CorsConfiguration corsConfiguration() {
		return this.configuration;
	}

}
