package io.github.springjsonrpc.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.springjsonrpc.annotation.RpcMethod.Execution;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;

import static org.assertj.core.api.Assertions.assertThat;

class LoggedParameterNamesTests {

	@Test
	void knowsParametersBehindTheKindOfASubscription() {
		JsonRpcServer server = JsonRpcServer.builder(new JsonRpcCodec(new JacksonValueMapper(new JsonMapper(), true)))
			.build();
		RpcMethodFactory factory = new RpcMethodFactory(List.of(), null, BeanUtils::instantiateClass, Execution.AUTO);
		server.methods().addAll(factory.methodsOf(new Feed()));
		LoggedParameterNames names = new LoggedParameterNames(() -> JsonRpcServers.of(List.of(server)),
				Set.of("token"));
		assertThat(names.of("feed_subscribe")).containsExactly("kind", "token", "second");
	}

	static class Feed {

		@RpcSubscription(namespace = "feed")
		Flux<String> a(String first, String second) {
			return Flux.empty();
		}

		@RpcSubscription(namespace = "feed")
		Flux<String> b(String token) {
			return Flux.empty();
		}

	}

}
