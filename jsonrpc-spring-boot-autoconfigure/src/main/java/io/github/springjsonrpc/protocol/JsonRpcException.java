package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A failure with a JSON-RPC error code. Thrown by a method or a middleware it becomes the
 * error response as it is: code, message and data reach the caller. Not so one that a
 * client threw, as its {@link #call()} tells: callers of the method did not call the
 * other server, and get an internal error.
 */
public class JsonRpcException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int code;

	// not every object is serializable
	private final transient @Nullable Object data;

	private transient @Nullable FailedCall call;

	/**
	 * Create an exception without data.
	 * @param code the error code
	 * @param message the message for the caller
	 */
	public JsonRpcException(int code, String message) {
		this(new JsonRpcError(code, message, null), null);
	}

	/**
	 * Create an exception with data.
	 * @param code the error code
	 * @param message the message for the caller
	 * @param data any object that the codec can write, or {@code null} for none
	 */
	public JsonRpcException(int code, String message, @Nullable Object data) {
		this(new JsonRpcError(code, message, data), null);
	}

	/**
	 * Create an exception that carries an error and its cause. The cause is logged and
	 * never sent.
	 * @param error the error
	 * @param cause the cause, or {@code null}
	 */
	public JsonRpcException(JsonRpcError error, @Nullable Throwable cause) {
		this(error, cause, true);
	}

	/**
	 * Create an exception, with or without a stack trace.
	 * @param error the error
	 * @param cause the cause, or {@code null}
	 * @param stackTrace {@code false} for failures that a caller's input brings about,
	 * which nobody needs to trace and everybody can cause in numbers
	 */
	protected JsonRpcException(JsonRpcError error, @Nullable Throwable cause, boolean stackTrace) {
		super(error.message(), cause, true, stackTrace);
		this.code = error.code();
		this.data = error.data();
	}

	/**
	 * Return the error to answer with.
	 * @return the error
	 */
	public JsonRpcError error() {
		return new JsonRpcError(this.code, String.valueOf(getMessage()), this.data);
	}

	/**
	 * Return the error to answer with, if an exception carries one that is meant for the
	 * caller.
	 * @param exception any exception
	 * @return its error, or {@code null} if it is no exception of this type, or one that
	 * a client threw
	 */
	public static @Nullable JsonRpcError errorForCaller(Throwable exception) {
		return (exception instanceof JsonRpcException known && known.call == null) ? known.error() : null;
	}

	/**
	 * Return the error code.
	 * @return the code
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the error's data.
	 * @return the data, or {@code null} if there is none
	 */
	public @Nullable Object data() {
		return this.data;
	}

	/**
	 * Return the error's data as a type.
	 * @param <T> the type
	 * @param type the type to decode to
	 * @return the data, or {@code null} if there is none
	 * @throws InvalidParamsException if the data does not fit the type
	 */
	public <T> @Nullable T data(Class<T> type) {
		return error().data(type);
	}

	/**
	 * Return which call of a client has failed.
	 * @return the call, or {@code null} if this was not thrown by a client
	 */
	public @Nullable FailedCall call() {
		return this.call;
	}

	/**
	 * Say which call of a client has failed. It can be said once; later ones are ignored.
	 * @param call the call
	 */
	public void initCall(FailedCall call) {
		if (this.call == null) {
			this.call = call;
		}
	}

	/**
	 * Return the class, the message and the code for a log, and which call it was. None
	 * of that but the message and the code is ever sent.
	 * @return the text
	 */
	@Override
	public String toString() {
		return super.toString() + " (" + this.code + ")" + ((this.call != null) ? " by " + this.call : "");
	}

}
