package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerProperties;
import io.github.springjsonrpc.autoconfigure.PropertyCheck;
import io.github.springjsonrpc.autoconfigure.ServerBeans;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.CorsOriginPolicy;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.OriginPolicy;

/**
 * Creates the HTTP handler of a server as its properties and beans say.
 */
final class JsonRpcHttpHandlerFactory {

	private final JsonRpcProperties common;

	private final ServerPropertiesBinder properties;

	private final ServerBeans beans;

	JsonRpcHttpHandlerFactory(JsonRpcProperties common, ServerPropertiesBinder properties, ServerBeans beans) {
		this.common = common;
		this.properties = properties;
		this.beans = beans;
	}

	JsonRpcHttpHandler create(JsonRpcServer server) {
		JsonRpcServerProperties properties = this.properties.bind(server.name());
		HttpStatusPolicy statusPolicy = this.beans.one(HttpStatusPolicy.class, server.name());
		return new JsonRpcHttpHandler(server, originPolicy(server, properties),
				(statusPolicy != null) ? statusPolicy : HttpStatusPolicy.DEFAULT,
				PropertyCheck.bytes(this.common.getMaxMessageSize(), "jsonrpc.max-message-size"),
				(int) properties.getMaxResponseSize().toBytes());
	}

	private OriginPolicy originPolicy(JsonRpcServer server, JsonRpcServerProperties properties) {
		if (!this.common.getServer().getMiddleware().isOriginCheck()) {
			return (exchange) -> true;
		}
		OriginPolicy policy = this.beans.one(OriginPolicy.class, server.name());
		return (policy != null) ? policy : new CorsOriginPolicy(properties.getAllowedOrigins(),
				properties.getAllowedHosts(), properties.isAllowCredentials());
	}

}
