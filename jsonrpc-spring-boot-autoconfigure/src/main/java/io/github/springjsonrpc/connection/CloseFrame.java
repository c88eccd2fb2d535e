package io.github.springjsonrpc.connection;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.socket.CloseStatus;

/**
 * What a close frame may say.
 */
final class CloseFrame {

	// RFC 6455, section 5.5, less the two bytes of the code
	private static final int MAX_REASON = 123;

	private CloseFrame() {
	}

	/**
	 * Cut off a reason that is too long for a control frame.
	 */
	static CloseStatus fit(CloseStatus status) {
		String reason = status.getReason();
		if (reason == null || reason.length() * 3 <= MAX_REASON) {
			return status;
		}
		CharBuffer rest = CharBuffer.wrap(reason);
		StandardCharsets.UTF_8.newEncoder().encode(rest, ByteBuffer.allocate(MAX_REASON), true);
		return status.withReason(reason.substring(0, rest.position()));
	}

	/**
	 * Return what to tell the other side when reading has failed.
	 */
	static CloseStatus statusFor(Throwable exception) {
		if (exception instanceof DataBufferLimitException || isTooLongFrame(exception)) {
			return CloseStatus.TOO_BIG_TO_PROCESS.withReason("The message is too large");
		}
		if (isCorruptedFrame(exception)) {
			return CloseStatus.PROTOCOL_ERROR;
		}
		return CloseStatus.SERVER_ERROR;
	}

	// Netty's, by name: there are servers without Netty

	private static boolean isTooLongFrame(Throwable exception) {
		return exception.getClass().getSimpleName().equals("TooLongFrameException");
	}

	private static boolean isCorruptedFrame(Throwable exception) {
		return exception.getClass().getSimpleName().equals("CorruptedWebSocketFrameException");
	}

}
