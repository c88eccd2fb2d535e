package io.github.springjsonrpc.server.webflux;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;

/**
 * Mounts handlers on their paths. Where HTTP and WebSocket have the same one, a request
 * that asks for an upgrade is for the latter. Web filters run before it, and so they do
 * before the {@linkplain #directCalls() filter} that is the short way to it.
 */
public final class JsonRpcHandlerMapping extends SimpleUrlHandlerMapping {

	// ahead of "routerFunctionMapping" and annotated controllers
	private static final int ORDER = -2;

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
	 * Return a filter that hands calls to the handlers of this mapping straight away.
	 * That saves the {@link org.springframework.web.reactive.DispatcherHandler
	 * DispatcherHandler}, which without the filter would ask all mappings and then do the
	 * same: a tenth of what a call costs. All other requests go on to it, preflight
	 * requests and upgrades to WebSocket among them. So do calls if this mapping was told
	 * of CORS.
	 * @return the filter, which has to be the last of all, as those behind it would not
	 * see the calls
	 */
	public WebFilter directCalls() {
		return new DirectCalls(this);
	}

	@Nullable WebHandler handlerOfCall(ServerWebExchange exchange) throws Exception {
		if (exchange.getRequest().getMethod() != HttpMethod.POST) {
			return null;
		}
		Object handler = lookupHandler(exchange.getRequest().getPath().pathWithinApplication(), exchange);
		return (handler instanceof WebHandler direct && !hasCorsConfigurationSource(handler)) ? direct : null;
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
