package io.github.springjsonrpc.server.webflux;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Mounts handlers on their paths. Where HTTP and WebSocket have the same one, a request
 * that asks for an upgrade is for the latter. A plain URL mapping is the cheapest route
 * that WebFlux has, and web filters still run before it.
 */
public final class JsonRpcHandlerMapping extends SimpleUrlHandlerMapping {

	/**
	 * The default order: ahead of every mapping that does not ask to be even further up,
	 * the actuators' at -100 among them.
	 */
	public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

	/**
	 * Create a mapping.
	 * @param handlers the HTTP handlers by path
	 * @param webSockets the WebSocket endpoints by path
	 */
	public JsonRpcHandlerMapping(Map<String, JsonRpcHttpHandler> handlers,
			Map<String, JsonRpcWebSocketEndpoint> webSockets) {
		super(join(handlers, webSockets), ORDER);
	}

	private static Map<String, WebHandler> join(Map<String, JsonRpcHttpHandler> handlers,
			Map<String, JsonRpcWebSocketEndpoint> webSockets) {
		Map<String, WebHandler> all = new LinkedHashMap<>(webSockets);
		handlers.forEach((path, http) -> {
			JsonRpcWebSocketEndpoint webSocket = webSockets.get(path);
			all.put(path, (webSocket != null) ? new UpgradeSwitch(http, webSocket) : http);
		});
		return all;
	}

	/**
	 * Return the handler of a call, if there is nothing that this mapping would do
	 * besides looking it up.
	 * @return the handler, or {@code null} if the mapping has to be asked as usual
	 */
	@Nullable WebHandler handlerOfCall(ServerWebExchange exchange) {
		if (exchange.getRequest().getMethod() != HttpMethod.POST || getApiVersionStrategy() != null) {
			return null;
		}
		try {
			Object handler = lookupHandler(exchange.getRequest().getPath().pathWithinApplication(), exchange);
			return (handler instanceof WebHandler direct && !hasCorsConfigurationSource(handler)) ? direct : null;
		}
		catch (Exception ex) {
			// it will fail again, where that is seen to
			return null;
		}
	}

	// asked for preflight requests only: the handlers check all others by themselves, so
	// that they do so wherever they are mounted
	@Override
	protected @Nullable CorsConfiguration getCorsConfiguration(Object handler, ServerWebExchange exchange) {
		if (handler instanceof UpgradeSwitch both) {
			return both.http().originPolicy().corsConfiguration();
		}
		return (handler instanceof JsonRpcHttpHandler http) ? http.originPolicy().corsConfiguration()
				: super.getCorsConfiguration(handler, exchange);
	}

}
