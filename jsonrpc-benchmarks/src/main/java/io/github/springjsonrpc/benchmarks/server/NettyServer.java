package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;

import io.netty.buffer.Unpooled;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Bare Reactor Netty with {@link HandRpc}: what nobody on top of it can be faster than.
 */
public final class NettyServer {

	private NettyServer() {
	}

	public static void main(String[] args) throws IOException {
		HandRpc rpc = new HandRpc();
		DisposableServer server = HttpServer.create()
			.port(0)
			.route((routes) -> routes.post("/rpc",
					(request, response) -> request.receive()
						.aggregate()
						.asByteArray()
						.flatMap(rpc::answer)
						.flatMap((answer) -> response.header("Content-Type", "application/json")
							.header("Content-Length", Integer.toString(answer.length))
							.sendObject(Mono.just(Unpooled.wrappedBuffer(answer)))
							.then())))
			.bindNow();
		MeasuredProcess.serve(server.port());
	}

}
