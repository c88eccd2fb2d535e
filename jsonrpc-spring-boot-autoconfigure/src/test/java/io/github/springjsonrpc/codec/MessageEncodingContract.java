package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How messages get into buffers, whatever is wrong with them.
 */
abstract class MessageEncodingContract extends CodecContract {

	private static final JsonRpcId ID = JsonRpcId.of("i");

	private static final String INTERNAL_ERROR = """
			{"jsonrpc":"2.0","error":{"code":-32603,"message":"Internal error"},"id":"i"}""";

	private static final String TOO_LARGE = """
			{"jsonrpc":"2.0","error":{"code":-32003,"message":"Response too large","data":{"limit":100}},"id":"i"}""";

	private final RecordingBufferFactory buffers = new RecordingBufferFactory();

	MessageEncodingContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void writesWhatTheCodecWrites() {
		for (JsonRpcMessage message : List.of(JsonRpcResponse.success(ID, Map.of("a", 1.5)),
				JsonRpcRequest.request(ID, "m", JsonRpcParams.positional(1)),
				new InvalidMessage(ID, JsonRpcErrorCode.INVALID_REQUEST.error(), "reason"),
				new JsonRpcBatch(List.of(JsonRpcResponse.success(ID, 1), JsonRpcResponse.success(null, 2))),
				new JsonRpcBatch(List.of()))) {
			assertThat(encode(message, 1000)).isEqualTo(encode(message));
		}
	}

	@Test
	void growsWithTheResult() {
		String text = "ab\u00fc\u20ac😀\"".repeat(20_000);
		JsonRpcResponse response = JsonRpcResponse.success(ID, List.of(text));
		assertThat(encode(response, Integer.MAX_VALUE)).isEqualTo(encode(response));
		DataBuffer buffer = new MessageEncoder(this.codec, Integer.MAX_VALUE).encode(response,
				DefaultDataBufferFactory.sharedInstance);
		assertThat(buffer.toString(StandardCharsets.UTF_8)).isEqualTo(encode(response));
	}

	@Test
	void writesResultsOfAnySize() {
		for (int size : new int[] { 1, 60, 63, 64, 65, 200, 256, 257, 512, 1000, 8100, 8191, 8192, 8193, 20_000 }) {
			for (Object result : List.of("x".repeat(size), List.of("x".repeat(size)), "\u00fc".repeat(size))) {
				JsonRpcResponse response = JsonRpcResponse.success(ID, result);
				JsonRpcMessage batch = new JsonRpcBatch(List.of(response, JsonRpcResponse.success(ID, 1), response));
				assertThat(encode(batch, 1_000_000)).isEqualTo(encode(batch));
			}
		}
	}

	@Test
	void keepsTheOthersWhereOneOfAnySizeCanNotBeWritten() {
		for (int size : new int[] { 1, 100, 250, 256, 300, 8192, 20_000 }) {
			JsonRpcResponse good = JsonRpcResponse.success(ID, "x".repeat(size));
			JsonRpcResponse bad = JsonRpcResponse.success(ID,
					List.of("y".repeat(size), new TestTypes.Broken(new Exception())));
			assertThat(encode(new JsonRpcBatch(List.of(good, bad, good)), 1_000_000))
				.isEqualTo("[" + encode(good) + "," + INTERNAL_ERROR + "," + encode(good) + "]");
		}
	}

	@Test
	void answersWithInternalErrorIfTheResultCanNotBeWritten() {
		for (Object result : List.of(new TestTypes.Endless(), new Unending(),
				new TestTypes.Broken(new IllegalStateException("secret")),
				new TestTypes.Broken(new IOException("secret")),
				List.of(1, "x".repeat(20_000), new TestTypes.Broken(new Exception())))) {
			assertThat(encode(JsonRpcResponse.success(ID, result), 1_000_000)).isEqualTo(INTERNAL_ERROR);
		}
	}

	@Test
	void answersWithInternalErrorIfJsonOfAnotherOriginFails() {
		assertThat(encode(JsonRpcResponse.success(ID, new BrokenJson()), 1000)).isEqualTo(INTERNAL_ERROR);
	}

	@Test
	void leavesOutErrorDataThatCanNotBeWritten() {
		for (Object data : List.of(new TestTypes.Endless(), new TestTypes.Broken(new IOException("secret")))) {
			assertThat(encode(JsonRpcResponse.failure(ID, new JsonRpcError(7, "No \ud800", data)), 1000)).isEqualTo("""
					{"jsonrpc":"2.0","error":{"code":7,"message":"No \\ud800"},"id":"i"}""");
		}
	}

	@Test
	void answersWithErrorIfTheResultIsTooLarge() {
		int overhead = encode(JsonRpcResponse.success(ID, "")).length();
		assertThat(encode(JsonRpcResponse.success(ID, "x".repeat(100 - overhead)), 100)).hasSize(100);
		assertThat(encode(JsonRpcResponse.success(ID, "x".repeat(101 - overhead)), 100)).isEqualTo(TOO_LARGE);
		assertThat(encode(JsonRpcResponse.success(ID, "x".repeat(1_000_000)), 100)).isEqualTo(TOO_LARGE);
	}

	@Test
	void countsBytesAndNotCharacters() {
		assertThat(encode(JsonRpcResponse.success(ID, "€".repeat(25)), 100)).isEqualTo(TOO_LARGE);
	}

	@Test
	void answersWithErrorIfASerializerHidesThatTheResultIsTooLarge() {
		assertThat(encode(JsonRpcResponse.success(ID, new CarelessJson(200)), 100)).isEqualTo(TOO_LARGE);
		assertThat(encode(JsonRpcResponse.success(ID, new CarelessJson(20)), 100)).contains("xxxx");
	}

	@Test
	void leavesOutErrorDataThatIsTooLarge() {
		JsonRpcError error = new JsonRpcError(7, "No", "x".repeat(100));
		assertThat(encode(JsonRpcResponse.failure(ID, error), 100)).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":7,"message":"No"},"id":"i"}""");
	}

	@Test
	void writesErrorWhateverTheSize() {
		assertThat(encode(JsonRpcResponse.failure(ID, JsonRpcErrorCode.METHOD_NOT_FOUND.error()), 10)).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"i"}""");
	}

	@Test
	void replacesOnlyTheEntriesOfABatchThatNeedIt() {
		JsonRpcBatch batch = new JsonRpcBatch(List.of(JsonRpcResponse.success(JsonRpcId.of(1), "a"),
				JsonRpcResponse.success(ID, new TestTypes.Broken(new IOException())),
				JsonRpcResponse.success(JsonRpcId.of(2), "b")));
		assertThat(encode(batch, 1000)).isEqualTo("[{\"jsonrpc\":\"2.0\",\"result\":\"a\",\"id\":1}," + INTERNAL_ERROR
				+ ",{\"jsonrpc\":\"2.0\",\"result\":\"b\",\"id\":2}]");
	}

	@Test
	void countsTheSizeOfABatchAsAWhole() {
		JsonRpcResponse large = JsonRpcResponse.success(ID, "x".repeat(50));
		assertThat(encode(new JsonRpcBatch(List.of(large, large)), 100))
			.isEqualTo("[" + encode(large) + "," + TOO_LARGE + "]");
		JsonRpcResponse small = JsonRpcResponse.success(JsonRpcId.of(1), null);
		JsonRpcResponse huge = JsonRpcResponse.success(ID, "x".repeat(100));
		assertThat(encode(new JsonRpcBatch(List.of(small, huge, small)), 100)).startsWith("[" + encode(small) + ",")
			.contains(TOO_LARGE);
		assertThat(encode(new JsonRpcBatch(List.of(small, large, small)), 150)).isEqualTo("[" + encode(small) + ","
				+ encode(large) + "," + TOO_LARGE.replace("100", "150").replace("\"i\"", "1") + "]");
	}

	@Test
	void refusesRequestThatCanNotBeWritten() {
		JsonRpcRequest request = JsonRpcRequest.request(ID, "m", JsonRpcParams.positional(new TestTypes.Endless()));
		assertRefused(request, 1000);
		assertRefused(new JsonRpcBatch(List.of(request)), 1000);
	}

	@Test
	void refusesRequestThatIsTooLarge() {
		JsonRpcRequest request = JsonRpcRequest.notification("m", JsonRpcParams.positional("x".repeat(100)));
		assertRefused(request, 100);
		assertRefused(new JsonRpcBatch(List.of(request)), 100);
	}

	private void assertRefused(JsonRpcMessage message, int maxSize) {
		assertThatExceptionOfType(JsonEncodingException.class)
			.isThrownBy(() -> new MessageEncoder(this.codec, maxSize).encode(message, this.buffers));
		this.buffers.assertReleased();
	}

	@Test
	void answersEvenIfWritingEndsInAnError() {
		JsonValue fatal = new BrokenJson() {

			@Override
			public void writeTo(OutputStream out) {
				throw new NoClassDefFoundError("not really");
			}

		};
		assertThat(encode(JsonRpcResponse.success(ID, fatal), 1000)).isEqualTo(INTERNAL_ERROR);
	}

	private String encode(JsonRpcMessage message, int maxSize) {
		DataBuffer buffer = new MessageEncoder(this.codec, maxSize).encode(message, this.buffers);
		String json = buffer.toString(StandardCharsets.UTF_8);
		DataBufferUtils.release(buffer);
		this.buffers.assertReleased();
		return json;
	}

	/**
	 * Remembers its buffers.
	 */
	private static final class RecordingBufferFactory extends NettyDataBufferFactory {

		private final List<NettyDataBuffer> allocated = new ArrayList<>();

		RecordingBufferFactory() {
			super(PooledByteBufAllocator.DEFAULT);
		}

		@Override
		public NettyDataBuffer allocateBuffer(int initialCapacity) {
			NettyDataBuffer buffer = super.allocateBuffer(initialCapacity);
			this.allocated.add(buffer);
			return buffer;
		}

		void assertReleased() {
			assertThat(this.allocated).isNotEmpty().noneMatch(NettyDataBuffer::isAllocated);
		}

	}

	/**
	 * Overflows the stack.
	 */
	static final class Unending {

		@Override
		@com.fasterxml.jackson.annotation.JsonValue
		public String toString() {
			return toString();
		}

	}

	/**
	 * Can't be written.
	 */
	private static class BrokenJson implements JsonValue {

		@Override
		public Object decode(Type type) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<JsonValue> elements() {
			return List.of();
		}

		@Override
		public Map<String, JsonValue> members() {
			return Map.of();
		}

		@Override
		public void writeTo(OutputStream out) throws IOException {
			throw new IOException("gone");
		}

	}

	/**
	 * Writes some characters and does not care whether that works.
	 */
	private static final class CarelessJson extends BrokenJson {

		private final int length;

		CarelessJson(int length) {
			this.length = length;
		}

		@Override
		public void writeTo(OutputStream out) {
			for (int i = 0; i < this.length; i++) {
				try {
					out.write((i == 0 || i == this.length - 1) ? '"' : 'x');
				}
				catch (IOException ex) {
					// does not care
				}
			}
		}

	}

}
