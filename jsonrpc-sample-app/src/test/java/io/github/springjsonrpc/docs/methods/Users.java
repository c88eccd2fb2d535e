package io.github.springjsonrpc.docs.methods;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import reactor.core.publisher.Mono;

// tag::service[]
@RpcService("user")
class Users {

	@RpcMethod // user.find
	Mono<User> find(long id) {
		return Mono.just(new User(id, "Ann"));
	}

	@RpcMethod("rename") // user.rename
	User changeName(@RpcParam("id") long userId, String name) {
		return new User(userId, name);
	}

	record User(long id, String name) {

	}

}
// end::service[]
