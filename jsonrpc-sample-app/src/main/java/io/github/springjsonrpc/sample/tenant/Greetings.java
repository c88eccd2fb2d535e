package io.github.springjsonrpc.sample.tenant;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcMethod;

import org.springframework.stereotype.Component;

/**
 * A method that wants to know the tenant. Callers can't supply it as a parameter.
 */
@Component
class Greetings {

	@RpcMethod(description = "Greets in the name of the tenant")
	String greet(String name, @RpcAttribute String tenant) {
		return "Hello " + name + ", says " + tenant;
	}

}
