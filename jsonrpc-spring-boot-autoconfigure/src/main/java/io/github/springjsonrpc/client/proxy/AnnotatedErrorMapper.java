package io.github.springjsonrpc.client.proxy;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.client.RpcErrorMapper;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes exceptions whose classes say by {@link RpcError} which code they stand for. A
 * class gets of the error what a constructor of it takes: the message (a {@code String}),
 * the {@link JsonRpcError}, the {@link JsonRpcException} that it stands for, which
 * otherwise becomes its cause, and if the annotation names {@code data}, the data as a
 * parameter of any other type.
 */
public final class AnnotatedErrorMapper implements RpcErrorMapper {

	private final Map<Integer, ErrorException> exceptions = new LinkedHashMap<>();

	private AnnotatedErrorMapper() {
	}

	/**
	 * Create a mapper.
	 * @param types the exception classes, each with a code of its own
	 * @return the mapper
	 * @throws InvalidClientException if one of them can't be made of an error
	 */
	@SafeVarargs
	public static AnnotatedErrorMapper of(Class<? extends Exception>... types) {
		AnnotatedErrorMapper mapper = new AnnotatedErrorMapper();
		for (Class<?> type : types) {
			mapper.add(type);
		}
		return mapper;
	}

	private void add(Class<?> type) {
		ErrorException exception = ErrorException.of(type);
		if (exception == null) {
			throw new InvalidClientException("The exception " + type.getName() + " stands for no error code",
					"Give it one by @RpcError.");
		}
		ErrorException other = this.exceptions.put(exception.code(), exception);
		if (other != null) {
			throw ErrorException.ambiguous(other, exception, "The mapper");
		}
	}

	@Override
	public @Nullable Exception map(JsonRpcError error, JsonRpcRequest request) {
		ErrorException exception = this.exceptions.get(error.code());
		return (exception != null) ? exception.create(new JsonRpcException(error, null)) : null;
	}

}
