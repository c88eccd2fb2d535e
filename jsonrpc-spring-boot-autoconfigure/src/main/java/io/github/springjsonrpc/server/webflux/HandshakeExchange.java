package io.github.springjsonrpc.server.webflux;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * The exchange of a handshake, for the calls that come over its connection. HTTP servers
 * recycle the headers of a request once it is answered, so they and the cookies are kept
 * here.
 */
final class HandshakeExchange extends ServerWebExchangeDecorator {

	private final ServerHttpRequest request;

	HandshakeExchange(ServerWebExchange exchange) {
		super(exchange);
		HttpHeaders headers = HttpHeaders.copyOf(exchange.getRequest().getHeaders());
		MultiValueMap<String, HttpCookie> cookies = exchange.getRequest().getCookies();
		this.request = new ServerHttpRequestDecorator(exchange.getRequest()) {

			@Override
			public HttpHeaders getHeaders() {
				return headers;
			}

			@Override
			public MultiValueMap<String, HttpCookie> getCookies() {
				return cookies;
			}

		};
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

}
