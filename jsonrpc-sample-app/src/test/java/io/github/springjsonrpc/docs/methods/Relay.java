package io.github.springjsonrpc.docs.methods;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcMethod;

import org.springframework.stereotype.Component;

// tag::method[]
@Component
class Relay implements JsonRpcMethod {

	@Override
	public String name() {
		return "relay";
	}

	@Override
	public boolean blocking() {
		return false;
	}

	@Override
	public Handler handler(JsonRpcCodec codec) {
		return (request) -> request.params();
	}

}
// end::method[]
