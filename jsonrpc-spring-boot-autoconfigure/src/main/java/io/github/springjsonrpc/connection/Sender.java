package io.github.springjsonrpc.connection;

import java.nio.charset.StandardCharsets;

import io.github.springjsonrpc.codec.MessageEncoder;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonStrings;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Writes messages of either kind, and control frames, to what waits to be sent.
 */
final class Sender {

	private final WebSocketSession session;

	private final Outbound outbound;

	private final MessageEncoder encoder;

	private final String cancelMethod;

	Sender(WebSocketSession session, Outbound outbound, MessageEncoder encoder, String cancelMethod) {
		this.session = session;
		this.outbound = outbound;
		this.encoder = encoder;
		this.cancelMethod = cancelMethod;
	}

	/**
	 * Send a message.
	 * @return whether it will be sent, as long as the connection lasts
	 */
	boolean send(JsonRpcMessage message) {
		return offer(WebSocketMessage.Type.TEXT, this.encoder.encode(message, this.session.bufferFactory()));
	}

	void cancel(JsonRpcId id) {
		// the id as it was sent, which no mapper is to touch
		String json = "{\"jsonrpc\":\"2.0\",\"method\":" + JsonStrings.quote(this.cancelMethod) + ",\"params\":{\"id\":"
				+ id.toJson() + "}}";
		offer(WebSocketMessage.Type.TEXT, wrap(json.getBytes(StandardCharsets.UTF_8)));
	}

	void ping() {
		offer(WebSocketMessage.Type.PING, wrap(new byte[0]));
	}

	void pong(byte[] payload) {
		offer(WebSocketMessage.Type.PONG, wrap(payload));
	}

	private DataBuffer wrap(byte[] bytes) {
		return this.session.bufferFactory().wrap(bytes);
	}

	private boolean offer(WebSocketMessage.Type type, DataBuffer payload) {
		return this.outbound.offer(new WebSocketMessage(type, payload));
	}

}
