package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcRequest;

/**
 * Collects the entries of a batch. Not thread-safe.
 */
public interface BatchSpec {

	/**
	 * Add a call.
	 * @param call the call
	 * @return this
	 */
	BatchSpec add(JsonRpcClient.CallSpec call);

	/**
	 * Add a notification.
	 * @param notification the notification
	 * @return this
	 */
	BatchSpec add(JsonRpcClient.NotificationSpec notification);

	/**
	 * Add a request or notification.
	 * @param request the request; its id is sent as it is
	 * @return this
	 */
	BatchSpec add(JsonRpcRequest request);

}
