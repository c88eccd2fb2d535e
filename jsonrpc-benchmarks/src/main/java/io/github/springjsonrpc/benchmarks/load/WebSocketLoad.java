package io.github.springjsonrpc.benchmarks.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;

/**
 * Keeps a number of calls in flight over each of a number of WebSocket connections.
 */
public final class WebSocketLoad {

	private final URI uri;

	private final ByteBuf[] requests;

	private final EventLoopGroup group;

	/**
	 * Create a load.
	 * @param request makes the message for an id
	 * @param inFlight how many calls a connection has in flight
	 */
	public WebSocketLoad(int port, String path, IntFunction<String> request, int inFlight, EventLoopGroup group) {
		this.uri = URI.create("ws://127.0.0.1:" + port + path);
		this.requests = new ByteBuf[inFlight];
		for (int id = 0; id < inFlight; id++) {
			this.requests[id] = Unpooled
				.unreleasableBuffer(Unpooled.copiedBuffer(request.apply(id), StandardCharsets.UTF_8).asReadOnly());
		}
		this.group = group;
	}

	/**
	 * Open connections and leave them alone.
	 * @return what closes them
	 */
	public Runnable idle(int connections) {
		Channel[] channels = new Channel[connections];
		for (int i = 0; i < connections; i++) {
			CompletableFuture<Void> open = new CompletableFuture<>();
			channels[i] = connect(new SimpleChannelInboundHandler<WebSocketFrame>() {

				@Override
				protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
				}

				@Override
				public void userEventTriggered(ChannelHandlerContext context, Object event) {
					if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
						open.complete(null);
					}
				}

			});
			open.join();
		}
		return () -> {
			for (Channel channel : channels) {
				channel.close().syncUninterruptibly();
			}
		};
	}

	/**
	 * Make calls for a while.
	 * @param connections how many connections to use
	 * @param nanos how long to go on
	 * @return how long each answer took
	 */
	public Latencies send(int connections, long nanos) {
		Run run = new Run(connections, System.nanoTime() + nanos);
		for (int i = 0; i < connections; i++) {
			connect(new Connection(run, this.requests));
		}
		run.done.join();
		return run.latencies;
	}

	private Channel connect(SimpleChannelInboundHandler<WebSocketFrame> handler) {
		WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
			.webSocketUri(this.uri)
			.version(WebSocketVersion.V13)
			.customHeaders(new DefaultHttpHeaders())
			.performMasking(true)
			.build();
		return new Bootstrap().group(this.group)
			.channel(NioSocketChannel.class)
			.handler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(new HttpClientCodec(), new HttpObjectAggregator(8192),
								new WebSocketClientProtocolHandler(config), handler);
				}

			})
			.connect(this.uri.getHost(), this.uri.getPort())
			.syncUninterruptibly()
			.channel();
	}

	/**
	 * What the connections of one run share. They run on one thread.
	 */
	private static final class Run {

		final Latencies latencies = new Latencies();

		final CompletableFuture<Void> done = new CompletableFuture<>();

		final long end;

		int open;

		Run(int connections, long end) {
			this.open = connections;
			this.end = end;
		}

		void closed() {
			if (--this.open == 0) {
				this.latencies.end();
				this.done.complete(null);
			}
		}

	}

	private static final class Connection extends SimpleChannelInboundHandler<WebSocketFrame> {

		private final Run run;

		private final ByteBuf[] requests;

		private final long[] sent;

		private int waiting;

		Connection(Run run, ByteBuf[] requests) {
			this.run = run;
			this.requests = requests;
			this.sent = new long[requests.length];
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext context, Object event) {
			if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
				for (int id = 0; id < this.requests.length; id++) {
					send(context, id);
				}
				context.flush();
			}
		}

		private void send(ChannelHandlerContext context, int id) {
			this.sent[id] = System.nanoTime();
			this.waiting++;
			// masking changes the bytes, so that each frame needs its own
			context.write(new TextWebSocketFrame(context.alloc().buffer().writeBytes(this.requests[id].duplicate())));
		}

		@Override
		protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
			int id = id(frame.content());
			long now = System.nanoTime();
			this.run.latencies.add(now - this.sent[id]);
			this.waiting--;
			if (now < this.run.end) {
				send(context, id);
			}
			else if (this.waiting == 0) {
				context.close();
			}
		}

		// the number that all answers end with
		private static int id(ByteBuf json) {
			int id = 0;
			int factor = 1;
			for (int i = json.writerIndex() - 2; json.getByte(i) >= '0' && json.getByte(i) <= '9'; i--) {
				id += factor * (json.getByte(i) - '0');
				factor *= 10;
			}
			return id;
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext context) {
			context.flush();
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			this.run.closed();
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			this.run.done.completeExceptionally(cause);
			context.close();
		}

	}

}
