package io.github.springjsonrpc.server.webflux;

import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.server.ServerWebExchange;

/**
 * Decides by the {@code Origin} and {@code Host} headers whether a request may come in,
 * before its body is read. It keeps foreign web pages out, whose requests carry the
 * user's cookies and reach servers that the page's author can't.
 *
 * @see CorsOriginPolicy
 */
public interface OriginPolicy {

	/**
	 * Decide on a request, and add the headers that a browser wants to see.
	 * @param exchange the exchange
	 * @return whether the request may come in; if not, the status of the response has
	 * been set
	 */
	boolean admit(ServerWebExchange exchange);

	/**
	 * Return how to answer preflight requests.
	 * @return the CORS configuration, or {@code null} to answer none
	 */
	default @Nullable CorsConfiguration corsConfiguration() {
		return null;
	}

}
