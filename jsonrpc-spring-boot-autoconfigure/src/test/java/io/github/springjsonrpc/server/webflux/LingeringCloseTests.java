package io.github.springjsonrpc.server.webflux;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests {@link LingeringClose}.
 */
class LingeringCloseTests {

	private static final int TIMEOUT_SECONDS = 20;

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final CompletableFuture<Channel> accepted = new CompletableFuture<>();

	private final CompletableFuture<Void> inactive = new CompletableFuture<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	@AfterEach
	void shutDown() {
		this.group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
	}

	@Test
	void closesSocketOfClientThatStays() throws Exception {
		try (Socket client = connect()) {
			Channel channel = accepted();
			assertThat(channel.close().await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
			this.inactive.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
			assertThat(client.getInputStream().read()).isEqualTo(-1);
			assertThat(this.failures).isEmpty();
		}
	}

	@Test
	void closesSocketWithTheClient() throws Exception {
		try (Socket client = connect()) {
			Channel channel = accepted();
			channel.close();
			assertThat(client.getInputStream().read()).isEqualTo(-1);
		}
		this.inactive.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
		assertThat(this.failures).isEmpty();
	}

	@Test
	void abortsAlsoWhileItLingers() throws Exception {
		try (Socket client = connect()) {
			Channel channel = accepted();
			channel.close();
			assertThat(client.getInputStream().read()).isEqualTo(-1);
			LingeringClose.abort(channel);
			this.inactive.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
			assertThat(this.failures).isEmpty();
		}
	}

	private Socket connect() throws Exception {
		Channel server = new ServerBootstrap().group(this.group)
			.channel(NioServerSocketChannel.class)
			.childHandler(new Initializer())
			.bind(InetAddress.getLoopbackAddress(), 0)
			.sync()
			.channel();
		return new Socket(InetAddress.getLoopbackAddress(), ((InetSocketAddress) server.localAddress()).getPort());
	}

	private Channel accepted() throws Exception {
		return this.accepted.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
	}

	private final class Initializer extends ChannelInitializer<Channel> {

		@Override
		protected void initChannel(Channel channel) {
			channel.pipeline().addLast(new LingeringClose(), new Recorder());
		}

	}

	private final class Recorder extends ChannelInboundHandlerAdapter {

		@Override
		public void channelActive(ChannelHandlerContext context) {
			LingeringCloseTests.this.accepted.complete(context.channel());
		}

		@Override
		public void channelUnregistered(ChannelHandlerContext context) {
			LingeringCloseTests.this.inactive.complete(null);
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			LingeringCloseTests.this.failures.add(cause);
		}

	}

}
