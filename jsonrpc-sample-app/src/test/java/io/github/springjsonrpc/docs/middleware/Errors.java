package io.github.springjsonrpc.docs.middleware;

import java.util.Map;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.server.RpcExceptionResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;

@Configuration(proxyBeanMethods = false)
class Errors {

	// tag::exception[]
	@RpcMethod
	void reserve(int seats) {
		if (seats > 8) {
			throw InvalidParamsException.of("seats", "must not be more than 8");
		}
		throw new JsonRpcException(409, "Sold out", Map.of("seats", 0));
	}
	// end::exception[]

	// tag::annotation[]
	@RpcError(code = 423, message = "Locked", data = "owner")
	static class LockedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String owner;

		LockedException(String owner) {
			this.owner = owner;
		}

		String getOwner() {
			return this.owner;
		}

	}
	// end::annotation[]

	// tag::resolver[]
	@Bean
	RpcExceptionResolver duplicateKeys() {
		return (exception, request) -> (exception instanceof DuplicateKeyException)
				? new JsonRpcError(409, "There is one already", null) : null;
	}
	// end::resolver[]

	@RpcMethod
	void lock() {
		throw new LockedException("Ann");
	}

	@RpcMethod
	void insert() {
		throw new DuplicateKeyException("key 42 in table t");
	}

	@RpcMethod
	void crash() {
		throw new IllegalArgumentException("a secret");
	}

}
