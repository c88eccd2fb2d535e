package io.github.springjsonrpc.client;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;

/**
 * Puts the headers of the entries of a batch together: one HTTP request can't have both
 * of two values.
 */
final class BatchHeaders {

	private BatchHeaders() {
	}

	/**
	 * Return a request with the headers of all entries.
	 * @throws IllegalArgumentException if two entries want different values
	 */
	static JsonRpcRequest carrier(JsonRpcBatch batch) {
		CallOptions all = CallOptions.DEFAULTS;
		for (JsonRpcMessage entry : batch.messages()) {
			if (entry instanceof JsonRpcRequest request) {
				for (Map.Entry<String, List<String>> header : CallOptions.of(request).headers().entrySet()) {
					all = with(all, header.getKey(), header.getValue());
				}
			}
		}
		return all.on(JsonRpcRequest.notification("batch", JsonRpcParams.none()));
	}

	private static CallOptions with(CallOptions options, String name, List<String> values) {
		List<String> others = options.headers().get(name);
		if (others != null && !others.equals(values)) {
			throw new IllegalArgumentException("Entries of one batch have different values for the header " + name);
		}
		return options.header(name, values.toArray(String[]::new));
	}

}
