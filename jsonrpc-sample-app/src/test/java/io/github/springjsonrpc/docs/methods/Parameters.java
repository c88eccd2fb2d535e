package io.github.springjsonrpc.docs.methods;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

@Component
class Parameters {

	// tag::optional[]
	@RpcMethod
	String search(String text, Optional<Integer> page, @Nullable String order,
			@RpcParam(defaultValue = "20") int size) {
		return "%s, page %d, by %s, %d a page".formatted(text, page.orElse(1), order, size);
	}
	// end::optional[]

	// tag::rest[]
	@RpcMethod
	int total(int... numbers) {
		return IntStream.of(numbers).sum();
	}

	@RpcMethod
	String log(String level, @RpcParam(rest = true) List<Object> values) {
		return level + " " + values;
	}

	@RpcMethod
	String label(String name, @RpcParam(rest = true) Map<String, Integer> labels) {
		return name + " " + labels;
	}
	// end::rest[]

	// tag::whole[]
	@RpcMethod // {"from": 1, "to": 9}
	int width(@RpcParams Range range) {
		return range.to() - range.from();
	}

	record Range(int from, int to) {

	}

	@RpcMethod // anything
	String kind(JsonRpcParams params) {
		return params.kind() + " " + params;
	}
	// end::whole[]

}
