package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerProperties;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.CorsOriginPolicy;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.OriginPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Creates the HTTP handler of a server as its properties say.
 */
final class JsonRpcHttpHandlerFactory {

	private final JsonRpcProperties properties;

	private final ServerPropertiesBinder binder;

	private final @Nullable OriginPolicy originPolicy;

	private final HttpStatusPolicy statusPolicy;

	JsonRpcHttpHandlerFactory(JsonRpcProperties properties, ServerPropertiesBinder binder,
			@Nullable OriginPolicy originPolicy, HttpStatusPolicy statusPolicy) {
		this.properties = properties;
		this.binder = binder;
		this.originPolicy = originPolicy;
		this.statusPolicy = statusPolicy;
	}

	JsonRpcHttpHandler create(JsonRpcServer server) {
		JsonRpcServerProperties properties = this.binder.bind(server.name());
		return new JsonRpcHttpHandler(server, originPolicy(properties), this.statusPolicy,
				ServerPropertiesBinder.size(this.properties.getMaxMessageSize(), "jsonrpc.max-message-size"),
				(int) properties.getMaxResponseSize().toBytes());
	}

	private OriginPolicy originPolicy(JsonRpcServerProperties properties) {
		if (!this.properties.getServer().getMiddleware().isOriginCheck()) {
			return (exchange) -> true;
		}
		return (this.originPolicy != null) ? this.originPolicy : new CorsOriginPolicy(properties.getAllowedOrigins(),
				properties.getAllowedHosts(), properties.isAllowCredentials());
	}

}
