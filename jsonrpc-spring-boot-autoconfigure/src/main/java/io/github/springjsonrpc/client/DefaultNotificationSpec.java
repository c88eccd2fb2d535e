package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import reactor.core.publisher.Mono;

/**
 * A notification to be sent.
 */
final class DefaultNotificationSpec extends AbstractRequestSpec<JsonRpcClient.NotificationSpec>
		implements JsonRpcClient.NotificationSpec {

	DefaultNotificationSpec(DefaultJsonRpcClient client, JsonRpcRequest template) {
		super(client, template);
	}

	@Override
	JsonRpcClient.NotificationSpec with(JsonRpcRequest template) {
		return new DefaultNotificationSpec(this.client, template);
	}

	@Override
	public Mono<Void> send() {
		return Mono.defer(() -> this.client.send(this.template));
	}

}
