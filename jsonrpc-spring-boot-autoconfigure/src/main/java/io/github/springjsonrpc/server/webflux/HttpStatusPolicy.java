package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.protocol.JsonRpcMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Chooses the HTTP status for an answer. It has no say where no JSON-RPC message was
 * read: 403, 405, 413 and 415 stand.
 */
@FunctionalInterface
public interface HttpStatusPolicy {

	/**
	 * Answers every well-formed exchange with 200, errors included, because clients take
	 * other statuses for a failure of the transport; 204 if there is nothing to answer.
	 */
	HttpStatusPolicy DEFAULT = (answer) -> (answer != null) ? HttpStatus.OK : HttpStatus.NO_CONTENT;

	/**
	 * Choose a status.
	 * @param answer the response or batch of responses, or {@code null} if there were
	 * only notifications
	 * @return the status
	 */
	HttpStatusCode statusOf(@Nullable JsonRpcMessage answer);

}
