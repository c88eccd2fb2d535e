package io.github.springjsonrpc.server.webflux;

import java.util.concurrent.RejectedExecutionException;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/**
 * What is to be said to Reactor Netty, where it is the server.
 */
final class NettyConnection {

	private static final boolean PRESENT = ClassUtils.isPresent("reactor.netty.http.server.HttpServerResponse",
			NettyConnection.class.getClassLoader());

	private NettyConnection() {
	}

	/**
	 * Do handshakes for messages of up to a size. Pings are left to the connection, which
	 * counts their answers among what waits to be sent; Netty would queue any number.
	 */
	static WebSocketService webSocketService(int maxMessageSize) {
		return PRESENT
				? new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
						() -> WebsocketServerSpec.builder().maxFramePayloadLength(maxMessageSize).handlePing(true)))
				: new HandshakeWebSocketService();
	}

	/**
	 * Whether Netty has answered the request by itself, as it does if the body turns out
	 * to be malformed on its way: it takes what came before for the whole of it.
	 */
	static boolean hasAnswered(ServerHttpResponse response) {
		return nativeResponse(response) instanceof HttpServerResponse netty && netty.hasSentHeaders();
	}

	/**
	 * Let the client of a WebSocket see the last frame.
	 */
	static void lingerOnClose(ServerHttpResponse response) {
		if (nativeResponse(response) instanceof HttpServerResponse netty) {
			netty.withConnection((connection) -> connection.channel().pipeline().addFirst(new LingeringClose()));
		}
	}

	/**
	 * Return what closes the socket without a word.
	 */
	static @Nullable Runnable abort(ServerHttpResponse response) {
		return (nativeResponse(response) instanceof HttpServerResponse netty)
				? () -> netty.withConnection((connection) -> LingeringClose.abort(connection.channel())) : null;
	}

	/**
	 * Return what runs tasks behind the writes to a response.
	 * @return the event loop of its channel, {@code null} if it has none any more
	 */
	static @Nullable EventLoop eventLoop(ServerHttpResponse response) {
		Channel channel = channel(response);
		return (channel != null && channel.isRegistered()) ? channel.eventLoop() : null;
	}

	/**
	 * Give up a buffer that was retained before it was written. Reactor Netty keeps the
	 * body of a response until it writes its headers, and neither writes nor releases it
	 * if the client goes away before; so that is made up for here.
	 * @param eventLoop that of the channel when the buffer was retained
	 */
	static void release(ServerHttpResponse response, @Nullable EventLoop eventLoop, DataBuffer buffer) {
		Channel channel = channel(response);
		if (channel == null || channel.isActive() || eventLoop == null
				|| !(buffer instanceof NettyDataBuffer written)) {
			DataBufferUtils.release(buffer);
			return;
		}
		ByteBuf bytes = written.getNativeBuffer();
		try {
			// behind a write that is on its way to fail, and to release it
			eventLoop.execute(() -> bytes.release(bytes.refCnt()));
		}
		catch (RejectedExecutionException ex) {
			bytes.release(bytes.refCnt());
		}
	}

	private static @Nullable Channel channel(ServerHttpResponse response) {
		return (nativeResponse(response) instanceof ChannelOperations<?, ?> operations) ? operations.channel() : null;
	}

	private static @Nullable Object nativeResponse(ServerHttpResponse response) {
		if (!PRESENT) {
			return null;
		}
		try {
			return ServerHttpResponseDecorator.getNativeResponse(response);
		}
		catch (IllegalStateException ex) {
			// a mock, as in tests that bind a client to the application context
			return null;
		}
	}

}
