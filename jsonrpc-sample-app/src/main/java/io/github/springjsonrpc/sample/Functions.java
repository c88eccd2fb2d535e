package io.github.springjsonrpc.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.method.RpcFunction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;

/**
 * Methods that are functions and belong to no class.
 */
@Configuration(proxyBeanMethods = false)
class Functions {

	private static final ParameterizedTypeReference<List<Object>> LIST = new ParameterizedTypeReference<>() {
	};

	@Bean
	JsonRpcMethod sum() {
		return RpcFunction.named("sum")
			.description("Adds integers")
			.param("numbers", int[].class)
			.call((numbers) -> IntStream.of(numbers).asLongStream().sum());
	}

	@Bean
	JsonRpcMethod zip() {
		return RpcFunction.named("zip")
			.description("Pairs the elements of two arrays, up to the end of the shorter one")
			.resultMapper((pairs) -> ((Stream<?>) pairs).toList())
			.param("left", LIST)
			.param("right", LIST)
			.call(Functions::zip);
	}

	private static Stream<List<Object>> zip(List<Object> left, List<Object> right) {
		return IntStream.range(0, Math.min(left.size(), right.size()))
			.mapToObj((i) -> Arrays.asList(left.get(i), right.get(i)));
	}

}
