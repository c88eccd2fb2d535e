package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonStrings;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON-RPC messages into bytes and back. The envelope is its own: it is read in one
 * pass that checks the whole text, keeps ids as they were written and leaves params
 * undecoded, and written in the order of the specification's examples. Values are mapped
 * by the {@link JsonValueMapper}. Thread-safe.
 */
public final class JsonRpcCodec {

	private static final byte[] REQUEST = ascii("{\"jsonrpc\":\"2.0\",\"method\":");

	private static final byte[] PARAMS = ascii(",\"params\":");

	private static final byte[] RESULT = ascii("{\"jsonrpc\":\"2.0\",\"result\":");

	private static final byte[] ERROR = ascii("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":");

	private static final byte[] MESSAGE = ascii(",\"message\":");

	private static final byte[] DATA = ascii(",\"data\":");

	private static final byte[] ID = ascii(",\"id\":");

	private static final byte[] NULL = ascii("null");

	private final JsonValueMapper values;

	/**
	 * Create a codec.
	 * @param values what maps the values
	 */
	public JsonRpcCodec(JsonValueMapper values) {
		this.values = values;
	}

	/**
	 * Return what maps the values.
	 * @return the mapper
	 */
	public JsonValueMapper values() {
		return this.values;
	}

	/**
	 * Write a value as JSON, to look at it as such.
	 * @param value the value
	 * @return the JSON value
	 * @throws JsonEncodingException if the value can't be written as JSON
	 */
	public JsonValue toJson(Object value) {
		return toJson(value, null);
	}

	/**
	 * Write a value of a declared type as JSON.
	 * @param value the value
	 * @param type the type, or {@code null} to go by the class of the value
	 * @return the JSON value
	 * @throws JsonEncodingException if the value can't be written as JSON
	 */
	public JsonValue toJson(Object value, @Nullable Type type) {
		return (value instanceof JsonValue json) ? json : EncodedJson.write(value, type, this.values);
	}

	/**
	 * Write an object as params.
	 * @param object what is written as a JSON object or array
	 * @return the params: by name if it is an object, by position if it is an array
	 * @throws JsonEncodingException if it can't be written as JSON
	 * @throws IllegalArgumentException if it is written as something else
	 */
	public JsonRpcParams toParams(Object object) {
		EncodedJson json = EncodedJson.of(toJson(object));
		if (json.isObject()) {
			return JsonRpcParams.encoded(JsonRpcParams.Kind.NAMED, json);
		}
		if (json.isArray()) {
			return JsonRpcParams.encoded(JsonRpcParams.Kind.POSITIONAL, json);
		}
		throw new IllegalArgumentException(
				"Params are a JSON object or array, and " + object.getClass().getName() + " is written as neither");
	}

	/**
	 * Read one message.
	 * @param json the whole text; it must not change afterwards, as undecoded values stay
	 * in it
	 * @param maxBatchSize how many entries a batch may have
	 * @return the message; whatever is no request, notification, response or batch of
	 * those is an {@link InvalidMessage}, never an exception. The result of a response
	 * and the data of its error are a {@link JsonValue}, or {@code null} for null
	 */
	public JsonRpcMessage decode(byte[] json, int maxBatchSize) {
		return new JsonTextReader(json, this.values).read(maxBatchSize);
	}

	/**
	 * Write one message as UTF-8.
	 * @param message the message
	 * @param out where to write to; on failure something may have been written
	 * @throws JsonEncodingException if a value in the message can't be written as JSON
	 * @throws IOException if {@code out} fails
	 */
	public void encode(JsonRpcMessage message, OutputStream out) throws IOException {
		if (message instanceof JsonRpcResponse response) {
			encode(response, out);
		}
		else if (message instanceof JsonRpcRequest request) {
			encode(request, out);
		}
		else if (message instanceof InvalidMessage invalid) {
			encode(invalid.toResponse(), out);
		}
		else if (message instanceof JsonRpcBatch batch) {
			encode(batch, out);
		}
	}

	private void encode(JsonRpcBatch batch, OutputStream out) throws IOException {
		out.write('[');
		boolean first = true;
		for (JsonRpcMessage entry : batch.messages()) {
			if (!first) {
				out.write(',');
			}
			encode(entry, out);
			first = false;
		}
		out.write(']');
	}

	private void encode(JsonRpcRequest request, OutputStream out) throws IOException {
		out.write(REQUEST);
		BufferOutput.write(JsonStrings.quote(request.method()), out);
		Object params = request.params().asValue();
		if (params != null) {
			out.write(PARAMS);
			writeValue(params, null, out);
		}
		if (request.id() != null) {
			writeId(request.id(), out);
		}
		out.write('}');
	}

	private void encode(JsonRpcResponse response, OutputStream out) throws IOException {
		JsonRpcError error = response.error();
		if (error == null) {
			out.write(RESULT);
			writeValue(response.result(), response.resultType(), out);
		}
		else {
			out.write(ERROR);
			BufferOutput.write(Integer.toString(error.code()), out);
			out.write(MESSAGE);
			BufferOutput.write(JsonStrings.quote(error.message()), out);
			if (error.data() != null) {
				out.write(DATA);
				writeValue(error.data(), null, out);
			}
			out.write('}');
		}
		writeId((response.id() != null) ? response.id() : JsonRpcId.NULL, out);
		out.write('}');
	}

	private void writeValue(@Nullable Object value, @Nullable Type type, OutputStream out) throws IOException {
		if (value instanceof JsonValue json) {
			json.writeTo(out);
		}
		else if (value instanceof JsonRpcParams params) {
			writeValue(params.asValue(), null, out);
		}
		else if (value == null) {
			out.write(NULL);
		}
		else {
			this.values.write(value, type, out);
		}
	}

	private static void writeId(JsonRpcId id, OutputStream out) throws IOException {
		out.write(ID);
		if (id.isLong()) {
			BufferOutput.write(id.toLong(), out);
		}
		else {
			BufferOutput.write(id.toJson(), out);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
