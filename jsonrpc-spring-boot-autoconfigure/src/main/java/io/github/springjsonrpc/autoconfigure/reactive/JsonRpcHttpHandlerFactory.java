package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerProperties;
import io.github.springjsonrpc.autoconfigure.PropertyCheck;
import io.github.springjsonrpc.autoconfigure.ServerBeans;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

/**
 * Creates the HTTP handler of a server as its properties and beans say.
 */
final class JsonRpcHttpHandlerFactory {

	private final JsonRpcProperties common;

	private final ServerPropertiesBinder properties;

	private final ServerBeans beans;

	private final OriginPolicies originPolicies;

	JsonRpcHttpHandlerFactory(JsonRpcProperties common, ServerPropertiesBinder properties, ServerBeans beans,
			OriginPolicies originPolicies) {
		this.common = common;
		this.properties = properties;
		this.beans = beans;
		this.originPolicies = originPolicies;
	}

	JsonRpcHttpHandler create(JsonRpcServer server) {
		JsonRpcServerProperties properties = this.properties.bind(server.name());
		HttpStatusPolicy statusPolicy = this.beans.one(HttpStatusPolicy.class, server.name());
		return new JsonRpcHttpHandler(server, this.originPolicies.of(server.name()),
				(statusPolicy != null) ? statusPolicy : HttpStatusPolicy.DEFAULT,
				PropertyCheck.bytes(this.common.getMaxMessageSize(), "jsonrpc.max-message-size"),
				(int) properties.getMaxResponseSize().toBytes());
	}

}
