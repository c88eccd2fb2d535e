package io.github.springjsonrpc.sample;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Methods of a plain bean.
 */
@Component
class Basics {

	@RpcMethod(description = "Answers that the server is there")
	String ping(JsonRpcRequest request) {
		return "pong";
	}

	@RpcMethod(description = "Tells what it was called with")
	Echo echo(JsonRpcParams params) {
		return new Echo(params.asList(), params.asMap());
	}

	record Echo(List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {

	}

}
