package io.github.springjsonrpc.connection;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.RawWebSocket;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;

import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that wait leave in one flush.
 */
class CoalescedFlushTests {

	private final AtomicInteger writes = new AtomicInteger();

	private final AtomicInteger flushes = new AtomicInteger();

	@Test
	void flushesOnceForMessagesThatWait() throws Exception {
		Sinks.One<Connection> channel = Sinks.one();
		WebSocketPair.Recorder events = new WebSocketPair.Recorder();
		DisposableServer server = WebSocketPair.listen(
				new JsonRpcWebSocketHandler(WebSocketPair.CODEC, ConnectionSettings.DEFAULTS, Echo.PARAMS,
						new JsonRpcConnectionRegistry(), List.of(events)),
				(http) -> http.doOnConnection((connection) -> {
					connection.addHandlerFirst(new Counter());
					channel.tryEmitValue(connection);
				}));
		try (RawWebSocket client = RawWebSocket.connect(server.port(), "/")) {
			JsonRpcConnection connection = events.connection();
			Connection socket = channel.asMono().block(TIMEOUT);
			assertThat(socket).isNotNull();
			socket.channel().eventLoop().submit(() -> {
				this.writes.set(0);
				this.flushes.set(0);
				for (int i = 0; i < 100; i++) {
					connection.send(JsonRpcConnectionTests.request("tell", i)).subscribe();
				}
			}).get();
			for (int i = 0; i < 100; i++) {
				assertThat(client.next()).contains("[" + i + "]");
			}
			assertThat(this.writes.get()).isGreaterThanOrEqualTo(100);
			assertThat(this.flushes.get()).isLessThanOrEqualTo(3);
		}
		finally {
			server.disposeNow();
		}
	}

	private final class Counter extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
			CoalescedFlushTests.this.writes.incrementAndGet();
			super.write(context, message, promise);
		}

		@Override
		public void flush(ChannelHandlerContext context) throws Exception {
			CoalescedFlushTests.this.flushes.incrementAndGet();
			super.flush(context);
		}

	}

}
