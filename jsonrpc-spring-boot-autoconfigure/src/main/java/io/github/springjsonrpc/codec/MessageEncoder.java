package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

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
 * Writes messages into buffers, and always writes something: a response whose result
 * can't be written as JSON, or is too large, gives way to an error with its id. In a
 * batch the others stay as they are. Thread-safe.
 */
public final class MessageEncoder {

	private static final Log logger = LogFactory.getLog(MessageEncoder.class);

	private static final int INITIAL_CAPACITY = 256;

	private final JsonRpcCodec codec;

	private final int maxSize;

	/**
	 * Create an encoder.
	 * @param codec what writes
	 * @param maxSize how many bytes the results of one message may take in all
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
	 */
	public DataBuffer encode(JsonRpcMessage message, DataBufferFactory bufferFactory) {
		DataBuffer buffer = bufferFactory.allocateBuffer(INITIAL_CAPACITY);
		try {
			BufferOutput out = new BufferOutput(buffer, this.maxSize);
			if (message instanceof JsonRpcBatch batch) {
				encode(batch, out);
			}
			else {
				encode(message, out);
			}
			return buffer;
		}
		catch (IOException ex) {
			DataBufferUtils.release(buffer);
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException | Error ex) {
			DataBufferUtils.release(buffer);
			throw ex;
		}
	}

	private void encode(JsonRpcBatch batch, BufferOutput out) throws IOException {
		char separator = '[';
		for (JsonRpcMessage entry : batch.messages()) {
			out.unlimited().write(separator);
			encode(entry, out);
			separator = ',';
		}
		out.unlimited().write(']');
	}

	private void encode(JsonRpcMessage message, BufferOutput out) throws IOException {
		int start = out.position();
		try {
			this.codec.encode(message, out.limited());
		}
		catch (BufferOutput.FullException ex) {
			out.rewind(start);
			this.codec.encode(instead(message, tooLarge()), out.unlimited());
		}
		catch (JsonEncodingException ex) {
			logger.error("Could not write " + message + " as JSON", ex);
			out.rewind(start);
			this.codec.encode(instead(message, withoutData(message)), out.unlimited());
		}
	}

	private JsonRpcError tooLarge() {
		return JsonRpcErrorCode.RESPONSE_TOO_LARGE.error().withData(Map.of("limit", this.maxSize));
	}

	// it is the data that could not be written
	private static JsonRpcError withoutData(JsonRpcMessage message) {
		return (message instanceof JsonRpcResponse response && response.error() != null)
				? response.error().withData(null) : JsonRpcErrorCode.INTERNAL_ERROR.error();
	}

	private static JsonRpcResponse instead(JsonRpcMessage message, JsonRpcError error) {
		return JsonRpcResponse.failure((message instanceof JsonRpcResponse response) ? response.id() : null, error);
	}

}
