package io.github.springjsonrpc.client;

import java.lang.reflect.Type;
import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

import org.springframework.core.ParameterizedTypeReference;

/**
 * The {@link BatchResult}.
 *
 * @param requests the requests
 * @param outcomes their outcomes
 * @param unlinked what belongs to no request
 * @param results decodes
 */
record DefaultBatchResult(List<JsonRpcRequest> requests, List<BatchOutcome> outcomes, List<JsonRpcResponse> unlinked,
		ResultReader results) implements BatchResult {

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(int index, Class<T> type) {
		return (T) read(index, type);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(int index, ParameterizedTypeReference<T> type) {
		return (T) read(index, type.getType());
	}

	private @Nullable Object read(int index, Type type) {
		JsonRpcRequest request = this.requests.get(index);
		BatchOutcome outcome = this.outcomes.get(index);
		if (outcome instanceof BatchOutcome.Answered answered) {
			return this.results.read(answered.response(), request, type);
		}
		if (outcome instanceof BatchOutcome.Notified) {
			return null;
		}
		throw Exceptions.propagate(this.results.errors().described(failure(outcome), request));
	}

	private static Throwable failure(BatchOutcome outcome) {
		if (outcome instanceof BatchOutcome.Failed failed) {
			return failed.exception();
		}
		return (outcome instanceof BatchOutcome.Missing) ? new EmptyResponseException()
				: new UnreadableResponseException("the request was answered more than once");
	}

}
