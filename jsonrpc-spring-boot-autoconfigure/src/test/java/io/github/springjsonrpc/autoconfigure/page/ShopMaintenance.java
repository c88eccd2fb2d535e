package io.github.springjsonrpc.autoconfigure.page;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import reactor.core.publisher.Flux;

@RpcService(server = "admin")
class ShopMaintenance {

	@RpcMethod
	String status() {
		return "running";
	}

	@RpcMethod
	Flux<String> log(int lines) {
		return Flux.range(1, lines).map((line) -> "line " + line);
	}

}
