package io.github.springjsonrpc.docs.middleware;

import io.github.springjsonrpc.annotation.RpcMethod;

import org.springframework.stereotype.Component;

/**
 * What the middleware of this page is around.
 */
@Component
class Hello {

	@RpcMethod
	String hello(String name) {
		return "hello " + name;
	}

	@RpcMethod
	String shout(String name) {
		return "hello " + name;
	}

	@RpcMethod
	String fragile(String name) {
		throw new IllegalStateException(name);
	}

}
