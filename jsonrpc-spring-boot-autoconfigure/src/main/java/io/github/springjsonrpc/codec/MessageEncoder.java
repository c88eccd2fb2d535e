package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Writes messages into buffers. A response is written in any case: a result that can't be
 * written as JSON, or is too large, gives way to an error with its id, and such data of
 * an error is left out. In a batch the others stay as they are. Thread-safe.
 */
public final class MessageEncoder {

	private static final Log logger = LogFactory.getLog(MessageEncoder.class);

	private static final int LIKELY_SIZE = 256;

	private static final int LIKELY_ENTRY_SIZE = 64;

	private final JsonRpcCodec codec;

	private final int maxSize;

	/**
	 * Create an encoder.
	 * @param codec what writes
	 * @param maxSize how many bytes a message may have, batch or not; only the errors
	 * that stand in for what does not fit are written beyond it
	 */
	public MessageEncoder(JsonRpcCodec codec, int maxSize) {
		this.codec = codec;
		this.maxSize = maxSize;
	}

	/**
	 * Write a message.
	 * @param message the message
	 * @param bufferFactory where to get the buffer from
	 * @return the buffer, to be released by the caller
	 * @throws JsonEncodingException if a request can't be written as JSON or is too
	 * large: nothing could stand in for it
	 */
	public DataBuffer encode(JsonRpcMessage message, DataBufferFactory bufferFactory) {
		int likelySize = likelySize(message);
		DataBuffer buffer = bufferFactory.allocateBuffer(likelySize);
		boolean complete = false;
		try {
			BufferOutput out = new BufferOutput(buffer, this.maxSize, likelySize);
			write(message, out);
			out.flush();
			complete = true;
			return buffer;
		}
		catch (IOException ex) {
			throw failure(message, ex);
		}
		finally {
			if (!complete) {
				DataBufferUtils.release(buffer);
			}
		}
	}

	private int likelySize(JsonRpcMessage message) {
		return (message instanceof JsonRpcBatch batch)
				? Math.max(LIKELY_SIZE, Math.min(this.maxSize, LIKELY_ENTRY_SIZE * batch.messages().size()))
				: LIKELY_SIZE;
	}

	private void write(JsonRpcMessage message, BufferOutput out) throws IOException {
		if (message instanceof JsonRpcBatch batch) {
			writeBatch(batch, out);
		}
		else if (message instanceof JsonRpcResponse response) {
			writeResponse(response, out);
		}
		else if (message instanceof InvalidMessage invalid) {
			writeResponse(invalid.toResponse(), out);
		}
		else {
			this.codec.encode(message, out.limited());
		}
	}

	private void writeBatch(JsonRpcBatch batch, BufferOutput out) throws IOException {
		out.unlimited().write('[');
		boolean first = true;
		for (JsonRpcMessage entry : batch.messages()) {
			if (!first) {
				out.unlimited().write(',');
			}
			write(entry, out);
			first = false;
		}
		out.unlimited().write(']');
	}

	private void writeResponse(JsonRpcResponse response, BufferOutput out) throws IOException {
		int start = out.position();
		try {
			this.codec.encode(response, out.limited());
			return;
		}
		catch (IOException | RuntimeException | Error ex) {
			// an error as well, such as that of a getter whose class can't be loaded: the
			// caller waits for an answer, and in a batch so do those of the other entries
			if (!out.isFull()) {
				logger.error("Could not write " + response + " as JSON", ex);
			}
		}
		JsonRpcError error = insteadOf(response, out.isFull());
		out.rewind(start);
		this.codec.encode(response.withError(error), out.unlimited());
	}

	private JsonRpcError insteadOf(JsonRpcResponse response, boolean tooLarge) {
		if (response.error() != null) {
			return response.error().withData(null);
		}
		return tooLarge ? JsonRpcErrorCode.RESPONSE_TOO_LARGE.error().withData(Map.of("limit", this.maxSize))
				: JsonRpcErrorCode.INTERNAL_ERROR.error();
	}

	private static JsonEncodingException failure(JsonRpcMessage message, IOException cause) {
		return new JsonEncodingException("Could not write " + message + " as JSON: " + cause.getMessage(), cause);
	}

}
