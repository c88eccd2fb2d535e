package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The call of a client that an exception is about.
 *
 * @param method the name of the method
 * @param id the id of the request, or {@code null} for a notification
 * @param endpoint where the server is, without credentials
 */
public record FailedCall(String method, @Nullable JsonRpcId id, String endpoint) {

	/**
	 * Return the call for a log, not at any length.
	 * @return the text
	 */
	@Override
	public String toString() {
		JsonRpcRequest request = (this.id != null) ? JsonRpcRequest.request(this.id, this.method, JsonRpcParams.none())
				: JsonRpcRequest.notification(this.method, JsonRpcParams.none());
		return request + " to " + this.endpoint;
	}

}
