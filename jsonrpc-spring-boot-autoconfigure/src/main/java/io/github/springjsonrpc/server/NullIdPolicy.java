package io.github.springjsonrpc.server;

/**
 * What a request with {@code "id": null} is taken for. The specification discourages it,
 * as it is the id of answers to unknown requests and was the notification of JSON-RPC
 * 1.0.
 *
 * @see <a href="https://www.jsonrpc.org/specification#request_object">JSON-RPC 2.0,
 * section 4</a>
 */
public enum NullIdPolicy {

	/** A request, answered with the id {@code null}. */
	ANSWER,

	/** A notification. */
	NOTIFICATION,

	/** An invalid request, answered with -32600. */
	REJECT

}
