package io.github.springjsonrpc.client;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcRequest;

/**
 * The {@link BatchSpec}.
 */
final class RequestCollector implements BatchSpec {

	private final List<JsonRpcRequest> requests = new ArrayList<>();

	@Override
	public BatchSpec add(JsonRpcClient.CallSpec call) {
		return add(call.toRequest());
	}

	@Override
	public BatchSpec add(JsonRpcClient.NotificationSpec notification) {
		return add(notification.toNotification());
	}

	@Override
	public BatchSpec add(JsonRpcRequest request) {
		this.requests.add(request);
		return this;
	}

	List<JsonRpcRequest> all() {
		return List.copyOf(this.requests);
	}

}
