package io.github.springjsonrpc.server.webflux;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Closes a socket without losing what was written last. One that is closed while there is
 * something left to read is reset, and a client that was just sending may never see why:
 * the close frame is lost. So the end is announced, and what still comes is thrown away
 * until the client closes the socket as well, for a second at most.
 */
final class LingeringClose extends ChannelDuplexHandler {

	private static final long TIMEOUT_MILLIS = 1000;

	private @Nullable ChannelPromise closing;

	/**
	 * Close a channel without further ado.
	 */
	static void abort(Channel channel) {
		ChannelHandlerContext lingering = channel.pipeline().context(LingeringClose.class);
		if (lingering != null) {
			lingering.close();
		}
		else {
			channel.close();
		}
	}

	@Override
	public void close(ChannelHandlerContext context, ChannelPromise promise) {
		if (this.closing != null || !context.channel().isActive()
				|| !(context.channel() instanceof DuplexChannel channel)) {
			context.close(promise);
			return;
		}
		this.closing = promise;
		channel.shutdownOutput();
		context.executor().schedule(() -> finish(context, promise), TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
		context.read();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.closing != null) {
			ReferenceCountUtil.release(message);
		}
		else {
			context.fireChannelRead(message);
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		if (this.closing != null) {
			context.read();
		}
		context.fireChannelReadComplete();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		ChannelPromise promise = this.closing;
		if (promise != null) {
			finish(context, promise);
		}
		context.fireChannelInactive();
	}

	// either the client or the time comes first
	private static void finish(ChannelHandlerContext context, ChannelPromise promise) {
		if (!promise.isDone()) {
			context.close(promise);
		}
	}

}
