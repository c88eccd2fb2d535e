package io.github.springjsonrpc.benchmarks.load;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Posts one message again and again over a number of connections that are kept open, each
 * of which waits for an answer before it sends the next request. As cheap as it can be,
 * so that the server is what is measured.
 */
public final class HttpLoad {

	private final ByteBuf request;

	private final EventLoopGroup group;

	private final int port;

	public HttpLoad(int port, String path, byte[] body, EventLoopGroup group) {
		this.port = port;
		this.group = group;
		String head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
				+ "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: " + body.length
				+ "\r\n\r\n";
		this.request = Unpooled.unreleasableBuffer(
				Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body).copy().asReadOnly());
	}

	/**
	 * Send one request.
	 * @return the body of the answer
	 */
	public String once() {
		Run run = new Run(1, 0);
		send(run, 1);
		return run.lastBody();
	}

	/**
	 * Send requests for a while.
	 * @param connections how many connections to use
	 * @param nanos how long to go on
	 * @return when it began and ended, and how long each answer took
	 */
	public Latencies send(int connections, long nanos) {
		Run run = new Run(connections, System.nanoTime() + nanos);
		send(run, connections);
		return run.latencies;
	}

	private void send(Run run, int connections) {
		Bootstrap bootstrap = new Bootstrap().group(this.group)
			.channel(NioSocketChannel.class)
			.handler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline().addLast(new Connection(run, HttpLoad.this.request));
				}

			});
		for (int i = 0; i < connections; i++) {
			bootstrap.connect(new InetSocketAddress("127.0.0.1", this.port)).addListener((connected) -> {
				if (!connected.isSuccess()) {
					run.done.completeExceptionally(connected.cause());
				}
			});
		}
		run.done.join();
	}

	/**
	 * What the connections of one run share. They run on one thread.
	 */
	private static final class Run {

		final Latencies latencies = new Latencies();

		final CompletableFuture<Void> done = new CompletableFuture<>();

		final long end;

		@Nullable String body;

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

		String lastBody() {
			return String.valueOf(this.body);
		}

	}

	private static final class Connection extends ByteToMessageDecoder {

		private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

		private final Run run;

		private final ByteBuf request;

		private long sent;

		private int size = -1;

		Connection(Run run, ByteBuf request) {
			this.run = run;
			this.request = request;
		}

		@Override
		public void channelActive(ChannelHandlerContext context) {
			send(context);
		}

		private void send(ChannelHandlerContext context) {
			this.sent = System.nanoTime();
			this.size = -1;
			context.writeAndFlush(this.request.duplicate());
		}

		@Override
		protected void decode(ChannelHandlerContext context, ByteBuf in, java.util.List<Object> out) {
			if (this.size < 0) {
				readHead(in);
			}
			if (this.size < 0 || in.readableBytes() < this.size) {
				return;
			}
			if (this.run.end == 0) {
				this.run.body = in.toString(in.readerIndex(), this.size, StandardCharsets.UTF_8);
			}
			in.skipBytes(this.size);
			long now = System.nanoTime();
			this.run.latencies.add(now - this.sent);
			if (now < this.run.end) {
				send(context);
			}
			else {
				context.close();
			}
		}

		private void readHead(ByteBuf in) {
			int start = in.readerIndex();
			int length = -1;
			int line = start;
			for (int i = start; i < in.writerIndex(); i++) {
				if (in.getByte(i) == '\n') {
					if (i - line <= 1) {
						if (length < 0 || in.getByte(start + 9) != '2') {
							throw new IllegalStateException(in.toString(start, i - start, StandardCharsets.US_ASCII));
						}
						this.size = length;
						in.readerIndex(i + 1);
						return;
					}
					length = isLength(in, line) ? number(in, line + LENGTH.length) : length;
					line = i + 1;
				}
			}
		}

		private static boolean isLength(ByteBuf in, int line) {
			for (int i = 0; i < LENGTH.length; i++) {
				if ((in.getByte(line + i) | 0x20) != (LENGTH[i] | 0x20)) {
					return false;
				}
			}
			return true;
		}

		private static int number(ByteBuf in, int index) {
			int number = 0;
			for (int i = index; in.getByte(i) >= '0'; i++) {
				number = 10 * number + in.getByte(i) - '0';
			}
			return number;
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
