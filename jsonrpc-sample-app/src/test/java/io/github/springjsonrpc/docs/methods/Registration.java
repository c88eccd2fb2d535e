package io.github.springjsonrpc.docs.methods;

import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.RpcMethodRegistry;
import io.github.springjsonrpc.server.method.RpcFunction;
import io.github.springjsonrpc.server.method.RpcMethodFactory;

import org.springframework.stereotype.Component;

@Component
class Registration {

	private final JsonRpcServer server;

	private final RpcMethodFactory factory;

	Registration(JsonRpcServer server, RpcMethodFactory factory) {
		this.server = server;
		this.factory = factory;
	}

	// tag::registry[]
	void register() {
		RpcMethodRegistry methods = this.server.methods();
		// a lambda, a method reference, a constructor reference
		methods.add(RpcFunction.named("ping_1").call(() -> "pong 1"));
		methods.add(RpcFunction.named("ping_2").call(this::pong));
		methods.add(RpcFunction.named("third_ping").param("text", String.class).call(Pong::new));
		// several: all of them, or none
		methods.addAll(List.of(RpcFunction.named("ping_4").call(() -> "pong 4"),
				RpcFunction.named("ping_5").callRequest((request) -> "pong " + request.id())));
		// the annotated methods of an object that is no bean
		methods.addAll(this.factory.methodsOf(new Object() {
			@RpcMethod
			String ping_6() {
				return "pong 6";
			}
		}));
		// in place of another, and away again
		methods.replace(RpcFunction.named("ping_1").call(() -> "another pong"));
		methods.remove("ping_2");
	}
	// end::registry[]

	private String pong() {
		return "pong 2";
	}

	record Pong(String text) {

	}

}
