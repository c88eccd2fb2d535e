package io.github.springjsonrpc.autoconfigure;

import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.JsonRpcServerBuilder;
import reactor.core.scheduler.Scheduler;

/**
 * Creates the servers that properties configure.
 */
final class JsonRpcServerFactory {

	private final JsonRpcCodec codec;

	private final ServerPropertiesBinder properties;

	private final ServerBeans beans;

	private final Scheduler scheduler;

	private final List<JsonRpcServerCustomizer> customizers;

	JsonRpcServerFactory(JsonRpcCodec codec, ServerPropertiesBinder properties, ServerBeans beans, Scheduler scheduler,
			List<JsonRpcServerCustomizer> customizers) {
		this.codec = codec;
		this.properties = properties;
		this.beans = beans;
		this.scheduler = scheduler;
		this.customizers = customizers;
	}

	JsonRpcServer create(String name) {
		JsonRpcServerProperties properties = this.properties.bind(name);
		JsonRpcServerBuilder builder = JsonRpcServer.builder(this.codec)
			.name(name)
			.middleware(this.beans.all(RpcMiddleware.class, name))
			.scheduler(this.scheduler)
			.nullId(properties.getNullId())
			.maxBatchSize(properties.getBatch().getMaxSize())
			.batchConcurrency(properties.getBatch().getConcurrency())
			.maxCollectedItems(properties.getMaxCollectedItems())
			.timeout(properties.getTimeout())
			.introspection(properties.isIntrospection());
		this.customizers.forEach((customizer) -> customizer.customize(name, builder));
		return builder.build();
	}

}
