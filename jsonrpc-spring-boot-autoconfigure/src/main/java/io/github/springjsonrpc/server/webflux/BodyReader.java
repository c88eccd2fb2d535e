package io.github.springjsonrpc.server.webflux;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Reads the body of a request, and not a byte more than the limit: neither from the wire
 * nor out of a compressed body.
 */
final class BodyReader {

	private static final byte[] EMPTY = {};

	private final int maxSize;

	BodyReader(int maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Whether the body is encoded in a way that can be read.
	 */
	static boolean isReadable(HttpHeaders headers) {
		List<String> encodings = headers.get(HttpHeaders.CONTENT_ENCODING);
		return encodings == null
				|| (encodings.size() == 1 && (encodings.get(0).equalsIgnoreCase("identity") || isGzip(headers)));
	}

	private static boolean isGzip(HttpHeaders headers) {
		String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
		return "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
	}

	/**
	 * Read the body.
	 * @return the bytes, or a {@link DataBufferLimitException} if there are too many.
	 * Gives neither if the client went away, as nobody waits for an answer
	 */
	Mono<byte[]> read(ServerHttpRequest request) {
		Mono<byte[]> body = new RequestBody(request, this.maxSize);
		return isGzip(request.getHeaders()) ? body.map(this::inflate) : body;
	}

	private byte[] inflate(byte[] compressed) {
		try (Gzip in = new Gzip(compressed)) {
			byte[] bytes = in.readNBytes(this.maxSize);
			if (in.read() >= 0) {
				throw RequestBody.tooLarge(this.maxSize);
			}
			return in.isAllRead() ? bytes : EMPTY;
		}
		catch (IOException ex) {
			// not gzip, and so not JSON either
			return EMPTY;
		}
	}

	/**
	 * Knows whether there is something behind the compressed data, which its superclass
	 * ignores.
	 */
	private static final class Gzip extends GZIPInputStream {

		private static final int TRAILER_SIZE = 8;

		Gzip(byte[] compressed) throws IOException {
			// a buffer for everything, so that whatever is left is in there
			super(new ByteArrayInputStream(compressed), Math.max(compressed.length, 1));
		}

		/**
		 * To be asked at the end of the data: the trailer is the last thing there is.
		 */
		boolean isAllRead() {
			return this.inf.getRemaining() == TRAILER_SIZE;
		}

	}

}
