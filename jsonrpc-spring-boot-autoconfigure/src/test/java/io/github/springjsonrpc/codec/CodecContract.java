package io.github.springjsonrpc.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the parts of the contract have in common.
 */
abstract class CodecContract {

	static final int MAX_BATCH_SIZE = 10;

	final TestMappers mappers;

	final JsonRpcCodec codec;

	CodecContract(TestMappers mappers) {
		this.mappers = mappers;
		this.codec = new JsonRpcCodec(mappers.standard());
	}

	final JsonRpcMessage decode(String json) {
		return this.codec.decode(utf8(json), MAX_BATCH_SIZE);
	}

	final JsonRpcRequest decodeRequest(String json) {
		JsonRpcMessage message = decode(json);
		assertThat(message).isInstanceOf(JsonRpcRequest.class);
		return (JsonRpcRequest) message;
	}

	final InvalidMessage decodeInvalid(String json) {
		return invalid(decode(json));
	}

	static InvalidMessage invalid(JsonRpcMessage message) {
		assertThat(message).isInstanceOf(InvalidMessage.class);
		return (InvalidMessage) message;
	}

	final void assertParseError(byte[] json) {
		InvalidMessage message = invalid(this.codec.decode(json, MAX_BATCH_SIZE));
		assertThat(message.error()).isEqualTo(JsonRpcErrorCode.PARSE_ERROR.error());
		assertThat(message.id().isNull()).isTrue();
	}

	final String encode(JsonRpcMessage message) {
		return encode(this.codec, message);
	}

	static String encode(JsonRpcCodec codec, JsonRpcMessage message) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			codec.encode(message, out);
			return out.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	final Object read(Type type, String json) {
		return read(this.codec.values(), type, json);
	}

	static Object read(JsonValueMapper mapper, Type type, String json) {
		// within more text, as in a message
		byte[] text = utf8("[1," + json + ",2]");
		return mapper.type(type).read(text, 3, text.length - 6);
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
