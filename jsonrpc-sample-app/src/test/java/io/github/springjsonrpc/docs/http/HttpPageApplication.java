package io.github.springjsonrpc.docs.http;

import io.github.springjsonrpc.annotation.RpcMethod;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The snippets of {@code docs/protocol.md}.
 */
@SpringBootApplication
class HttpPageApplication {

	@RpcMethod
	String ping() {
		return "pong";
	}

}
