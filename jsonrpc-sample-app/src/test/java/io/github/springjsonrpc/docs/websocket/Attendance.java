package io.github.springjsonrpc.docs.websocket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.JsonRpcConnection;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;

// tag::listener[]
@Component
class Attendance implements ConnectionListener {

	final Queue<String> log = new ConcurrentLinkedQueue<>();

	@Override
	public void connected(JsonRpcConnection connection) {
		this.log.add(connection.id() + " came");
	}

	@Override
	public void disconnected(JsonRpcConnection connection, CloseStatus status) {
		this.log.add(connection.id() + " left with " + status.getCode());
	}

}
// end::listener[]
