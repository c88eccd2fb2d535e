package io.github.springjsonrpc.client;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * What became of the entries of a batch. Immutable.
 */
public interface BatchResult {

	/**
	 * Return the outcomes.
	 * @return one for each entry, in the order of the requests
	 */
	List<BatchOutcome> outcomes();

	/**
	 * Decode the result of an entry.
	 * @param <T> the type of the result
	 * @param index the place of the entry in the batch
	 * @param type the type of the result
	 * @return the result, {@code null} if it is null or the entry was a notification
	 * @throws JsonRpcException if the entry failed, or was answered not at all or more
	 * than once
	 */
	<T> @Nullable T get(int index, Class<T> type);

	/**
	 * Decode the result of an entry.
	 * @param <T> the type of the result
	 * @param index the place of the entry in the batch
	 * @param type the type of the result
	 * @return the result, {@code null} if it is null or the entry was a notification
	 * @throws JsonRpcException if the entry failed, or was answered not at all or more
	 * than once
	 */
	<T> @Nullable T get(int index, ParameterizedTypeReference<T> type);

	/**
	 * Return what belongs to no entry: responses without an id, or with one that was not
	 * sent.
	 * @return the responses in the order in which they came
	 */
	List<JsonRpcResponse> unlinked();

}
