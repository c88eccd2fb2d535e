package io.github.springjsonrpc.server.webflux;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

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
 * any are listed. Refused requests get 403, and so do those with several origins or
 * hosts.
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
		HttpHeaders headers = exchange.getRequest().getHeaders();
		List<String> origins = headers.get(HttpHeaders.ORIGIN);
		if (!hasOne(headers.get(HttpHeaders.HOST)) || !hasOne(origins)
				|| !this.allowedHosts.accept(exchange.getRequest().getURI())) {
			exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
			return false;
		}
		return origins == null || isOfUnrecognizedHost(origins.get(0), exchange.getRequest().getURI())
				|| this.processor.process(this.configuration, exchange);
	}

	/**
	 * Whether an origin is the same one, of a host that {@link URI} does not recognize,
	 * such as one with an underscore. Spring takes it for a foreign one.
	 */
	private static boolean isOfUnrecognizedHost(String origin, URI uri) {
		return uri.getHost() == null && origin.equalsIgnoreCase(uri.getScheme() + "://" + uri.getRawAuthority());
	}

	/**
	 * Whether a header has one value, or none. Of several it is anybody's guess which one
	 * others go by, and a pattern could match a whole list for its last entry.
	 */
	private static boolean hasOne(@Nullable List<String> values) {
		return values == null || (values.size() == 1 && values.get(0).indexOf(',') < 0);
	}

	@Override
	public CorsConfiguration corsConfiguration() {
		return this.configuration;
	}

}
