package io.github.springjsonrpc.client;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcResponse;

/**
 * What became of one entry of a batch.
 */
public sealed interface BatchOutcome {

	/**
	 * The server answered, with a result or an error.
	 *
	 * @param response the response
	 */
	record Answered(JsonRpcResponse response) implements BatchOutcome {

	}

	/**
	 * A notification, which has no answer: it has been sent.
	 */
	record Notified() implements BatchOutcome {

	}

	/**
	 * The server gave no answer with the id of the request.
	 */
	record Missing() implements BatchOutcome {

	}

	/**
	 * The server gave more than one answer with the id of the request.
	 *
	 * @param responses the responses in the order in which they came
	 */
	record Duplicated(List<JsonRpcResponse> responses) implements BatchOutcome {

	}

	/**
	 * A middleware failed, or no answer came before the time was up or the connection
	 * lost, while other entries had theirs.
	 *
	 * @param exception the failure
	 */
	record Failed(Throwable exception) implements BatchOutcome {

	}

}
