package io.github.springjsonrpc.server.webflux;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Reads the body of a request, and not a byte more than the limit: neither from the wire
 * nor out of a compressed body.
 */
final class BodyReader {

	private static final Log logger = LogFactory.getLog(JsonRpcHttpHandler.class);

	private static final byte[] EMPTY = {};

	private final int maxSize;

	BodyReader(int maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Whether the body is encoded in a way that can be read.
	 */
	static boolean isReadable(HttpHeaders headers) {
		String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
		return encoding == null || encoding.equalsIgnoreCase("identity") || isGzip(headers);
	}

	private static boolean isGzip(HttpHeaders headers) {
		String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
		return "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
	}

	/**
	 * Read the body.
	 * @return the bytes, or a {@link DataBufferLimitException} if there are too many.
	 * Ends without either if the client went away, as nobody waits for an answer
	 */
	Mono<byte[]> read(ServerHttpRequest request) {
		if (request.getHeaders().getContentLength() > this.maxSize) {
			return Mono.error(tooLarge());
		}
		Mono<byte[]> body = DataBufferUtils.join(request.getBody(), this.maxSize).map(BodyReader::toBytes);
		return (isGzip(request.getHeaders()) ? body.map(this::inflate) : body).defaultIfEmpty(EMPTY)
			.onErrorResume(DisconnectedClientHelper::isClientDisconnectedException, (ex) -> {
				logger.debug("The client went away before it had sent its message", ex);
				return Mono.empty();
			});
	}

	private static byte[] toBytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private byte[] inflate(byte[] compressed) {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
			byte[] bytes = in.readNBytes(this.maxSize);
			if (in.read() >= 0) {
				throw tooLarge();
			}
			return bytes;
		}
		catch (IOException ex) {
			// not gzip, and so not JSON either
			return EMPTY;
		}
	}

	private DataBufferLimitException tooLarge() {
		return new DataBufferLimitException("The body is larger than " + this.maxSize + " bytes");
	}

}
