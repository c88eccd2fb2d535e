package io.github.springjsonrpc.server.webflux;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which callers {@link ExchangeArgumentResolver} injects.
 */
class ExchangeArgumentResolverTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final JsonRpcServer server = JsonRpcServer
		.builder(new JsonRpcCodec(new JacksonValueMapper(JsonMapper.builder().build(), true)))
		.build();

	ExchangeArgumentResolverTests() {
		this.server.methods()
			.addAll(new RpcMethodFactory(List.of(new ExchangeArgumentResolver()), null, (type) -> type,
					RpcMethod.Execution.AUTO)
				.methodsOf(new Methods()));
	}

	@Test
	void injectsCallerOfTheTypeThatIsWanted() {
		Admin ann = new Admin("Ann");
		assertThat(call("principal", ann).result()).isEqualTo("Ann");
		assertThat(call("admin", ann).result()).isEqualTo("Ann");
		assertThat(call("optionalAdmin", ann).result()).isEqualTo("Optional[Admin[name=Ann]]");
	}

	@Test
	void refusesCallerOfAnotherType() {
		Principal bob = () -> "Bob";
		assertThat(call("principal", bob).result()).isEqualTo("Bob");
		assertThat(code(call("admin", bob))).isEqualTo(-32001);
		assertThat(call("optionalAdmin", bob).result()).isEqualTo("Optional.empty");
	}

	@Test
	void refusesCallerThatIsNotAuthenticated() {
		assertThat(code(call("principal", null))).isEqualTo(-32001);
		assertThat(code(call("admin", null))).isEqualTo(-32001);
		assertThat(call("optionalAdmin", null).result()).isEqualTo("Optional.empty");
	}

	private static @Nullable Integer code(JsonRpcResponse response) {
		return (response.error() != null) ? response.error().code() : null;
	}

	private JsonRpcResponse call(String method, @Nullable Principal caller) {
		ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/rpc"))
			.mutate()
			.principal(Mono.justOrEmpty(caller))
			.build();
		return this.server
			.call(JsonRpcRequest.request(JsonRpcId.of(1), method, JsonRpcParams.none())
				.withAttribute(ServerWebExchange.class, exchange))
			.blockOptional(TIMEOUT)
			.orElseThrow();
	}

	record Admin(String name) implements Principal {

		@Override
		public String getName() {
			return this.name;
		}

	}

	static class Methods {

		@RpcMethod
		String principal(Principal caller) {
			return caller.getName();
		}

		@RpcMethod
		String admin(Admin caller) {
			return caller.getName();
		}

		@RpcMethod
		String optionalAdmin(Optional<Admin> caller) {
			return caller.toString();
		}

	}

}
