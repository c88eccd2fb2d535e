package io.github.springjsonrpc.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What came back by HTTP, and what it means as the answer to a message.
 *
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param body the body
 * @param message what the body is as a message, or {@code null} if there is nothing in it
 */
record HttpAnswer(HttpStatusCode status, HttpHeaders headers, byte[] body, @Nullable JsonRpcMessage message) {

	/**
	 * Return the response to a request.
	 */
	JsonRpcResponse responseTo(JsonRpcRequest request) {
		if (!(this.message instanceof JsonRpcResponse response)) {
			throw noResponse();
		}
		boolean ours = request.id() != null && request.id().equals(response.id());
		if (!ours && !(isNull(response.id()) && response.isError())) {
			throw new UnreadableResponseException("it has the id " + response.id() + " and not " + request.id());
		}
		return withFacts(response);
	}

	/**
	 * Return the responses to a batch. One object in place of an array is the answer to
	 * the batch as a whole, which can only be an error.
	 */
	List<JsonRpcResponse> responsesTo(JsonRpcBatch batch) {
		if (this.message instanceof JsonRpcBatch responses) {
			return responses(responses);
		}
		if (this.message instanceof JsonRpcResponse response) {
			if (response.isError()) {
				return List.of(withFacts(response.withId(JsonRpcId.NULL)));
			}
			throw new UnreadableResponseException("a batch was answered by a single result");
		}
		if (this.message == null && this.status.is2xxSuccessful() && isNotificationsOnly(batch)) {
			return List.of();
		}
		throw noResponse();
	}

	private List<JsonRpcResponse> responses(JsonRpcBatch batch) {
		List<JsonRpcResponse> responses = new ArrayList<>(batch.messages().size());
		for (JsonRpcMessage entry : batch.messages()) {
			if (entry instanceof JsonRpcResponse response) {
				responses.add(withFacts(response));
			}
			else if (entry instanceof InvalidMessage invalid) {
				responses.add(withFacts(JsonRpcResponse.failure(invalid.id(),
						JsonRpcErrorCode.PARSE_ERROR.error().withData("Not a response: " + invalid.reason()))));
			}
		}
		return responses;
	}

	private static boolean isNotificationsOnly(JsonRpcBatch batch) {
		return batch.messages()
			.stream()
			.allMatch((entry) -> entry instanceof JsonRpcRequest request && request.isNotification());
	}

	/**
	 * Check the answer to a notification: any success will do, unless an error is in it.
	 */
	void toNotification() {
		if (this.message instanceof JsonRpcResponse response && response.error() != null) {
			throw new JsonRpcException(response.error(), null);
		}
		if (!this.status.is2xxSuccessful()) {
			throw statusException();
		}
	}

	private JsonRpcException noResponse() {
		if (!this.status.is2xxSuccessful()) {
			return statusException();
		}
		if (this.message == null) {
			return new EmptyResponseException();
		}
		return new UnreadableResponseException((this.message instanceof InvalidMessage invalid) ? invalid.reason()
				: "it is not a single response but " + this.message.getClass().getSimpleName());
	}

	private HttpStatusException statusException() {
		return new HttpStatusException(this.status.value(), new String(this.body, StandardCharsets.UTF_8));
	}

	private static boolean isNull(@Nullable JsonRpcId id) {
		return id == null || id.isNull();
	}

	private JsonRpcResponse withFacts(JsonRpcResponse response) {
		return response.withAttribute(HttpStatusCode.class, this.status).withAttribute(HttpHeaders.class, this.headers);
	}

}
