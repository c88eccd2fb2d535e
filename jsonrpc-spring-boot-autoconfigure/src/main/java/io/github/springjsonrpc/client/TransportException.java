package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or the connection was lost before the response came.
 * Trying again later may help; whether that is safe says {@link #mayHaveRun()}.
 *
 * @see JsonRpcErrorCode#TRANSPORT_ERROR
 */
public class TransportException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private final boolean mayHaveRun;

	/**
	 * Create an exception.
	 * @param message what went wrong
	 * @param mayHaveRun whether the server may have run the call
	 * @param cause the cause, or {@code null}
	 */
	public TransportException(String message, boolean mayHaveRun, @Nullable Throwable cause) {
		super(new JsonRpcError(JsonRpcErrorCode.TRANSPORT_ERROR.code(), message, null), cause, false);
		this.mayHaveRun = mayHaveRun;
	}

	/**
	 * Return whether the server may have run the call.
	 * @return {@code false} if the call certainly never got there, so that making it
	 * again can't run it twice
	 */
	public boolean mayHaveRun() {
		return this.mayHaveRun;
	}

}
