package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerProperties;
import io.github.springjsonrpc.autoconfigure.ServerBeans;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.webflux.CorsOriginPolicy;
import io.github.springjsonrpc.server.webflux.OriginPolicy;

/**
 * Who may come in to which server, by HTTP as by WebSocket.
 */
record OriginPolicies(JsonRpcProperties common, ServerPropertiesBinder properties, ServerBeans beans) {

	OriginPolicy of(String server) {
		if (!this.common.getServer().getMiddleware().isOriginCheck()) {
			return (exchange) -> true;
		}
		OriginPolicy policy = this.beans.one(OriginPolicy.class, server);
		if (policy != null) {
			return policy;
		}
		JsonRpcServerProperties properties = this.properties.bind(server);
		return new CorsOriginPolicy(properties.getAllowedOrigins(), properties.getAllowedHosts(),
				properties.isAllowCredentials());
	}

}
