package io.github.springjsonrpc.sample;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;

import org.springframework.stereotype.Component;

@Component
class Basics {

	@RpcMethod
	String ping(JsonRpcRequest request) {
		return "pong";
	}

	@RpcMethod(execution = RpcMethod.Execution.EVENT_LOOP)
	Map<String, Object> echo(JsonRpcParams params) {
		return Map.of("args", params.asList(), "kwargs", params.asMap());
	}

	@RpcMethod
	int add(int a, int b) {
		return a + b;
	}

	@RpcMethod
	int sum(List<Integer> numbers) {
		return numbers.stream().mapToInt(Integer::intValue).sum();
	}

}
