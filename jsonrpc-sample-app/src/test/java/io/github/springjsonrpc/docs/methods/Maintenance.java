package io.github.springjsonrpc.docs.methods;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;

// tag::service[]
@RpcService(server = "admin")
class Maintenance {

	@RpcMethod
	String status() {
		return "fine";
	}

}
// end::service[]
