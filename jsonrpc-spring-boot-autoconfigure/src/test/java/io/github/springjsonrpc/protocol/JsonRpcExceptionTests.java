package io.github.springjsonrpc.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link JsonRpcException} and its subclasses.
 */
class JsonRpcExceptionTests {

	record Standard(Function<Object, JsonRpcException> withData, JsonRpcErrorCode code, boolean traced) {
	}

	static Stream<Standard> standardExceptions() {
		return Stream.of(new Standard(ParseErrorException::new, JsonRpcErrorCode.PARSE_ERROR, false),
				new Standard(InvalidRequestException::new, JsonRpcErrorCode.INVALID_REQUEST, false),
				new Standard(MethodNotFoundException::new, JsonRpcErrorCode.METHOD_NOT_FOUND, false),
				new Standard(InvalidParamsException::new, JsonRpcErrorCode.INVALID_PARAMS, false),
				new Standard(InternalErrorException::new, JsonRpcErrorCode.INTERNAL_ERROR, true),
				new Standard(ServerErrorException::new, JsonRpcErrorCode.SERVER_ERROR, true));
	}

	@ParameterizedTest
	@MethodSource("standardExceptions")
	void hasCodeAndMessageOfTheSpecification(Standard standard) {
		JsonRpcException exception = standard.withData().apply(List.of(1));
		assertThat(exception.error()).isEqualTo(standard.code().error().withData(List.of(1)));
		assertThat(exception).hasMessage(standard.code().message());
		assertThat(standard.withData().apply(null).error()).isEqualTo(standard.code().error());
	}

	@ParameterizedTest
	@MethodSource("standardExceptions")
	void hasStackTraceOnlyIfTheServerIsToBlame(Standard standard) {
		assertThat(standard.withData().apply(null).getStackTrace().length > 0).isEqualTo(standard.traced());
	}

	@Test
	void keepsErrorAndCause() {
		JsonRpcError error = new JsonRpcError(7, "No", Map.of("a", 1));
		Exception cause = new IllegalStateException();
		JsonRpcException exception = new JsonRpcException(error, cause);
		assertThat(exception.error()).isEqualTo(error);
		assertThat(exception).hasMessage("No").hasCause(cause);
		assertThat(exception.getStackTrace()).isNotEmpty();
		assertThat(new JsonRpcException(7, "No").error()).isEqualTo(error.withData(null));
		assertThat(new JsonRpcException(7, "No", "x").error()).isEqualTo(error.withData("x"));
	}

	@Test
	void tellsViolationsInOrder() {
		InvalidParamsException exception = InvalidParamsException
			.of(List.of(new InvalidParamsException.Violation("b", "must not be null"),
					new InvalidParamsException.Violation("a[0]", "must be a number")));
		assertThat(exception.data())
			.isEqualTo(Map.of("violations", List.of(Map.of("path", "b", "message", "must not be null"),
					Map.of("path", "a[0]", "message", "must be a number"))));
	}

	@Test
	void tellsThePathOfAViolationFirst() {
		InvalidParamsException exception = InvalidParamsException.of("a", "must not be null");
		assertThat(exception.data()).hasToString("{violations=[{path=a, message=must not be null}]}");
	}

	@Test
	void survivesSerializationWithoutItsData() throws Exception {
		JsonRpcException exception = new InvalidParamsException(new Object());
		JsonRpcException copy = (JsonRpcException) deserialize(serialize(exception));
		assertThat(copy).isInstanceOf(InvalidParamsException.class);
		assertThat(copy.error()).isEqualTo(JsonRpcErrorCode.INVALID_PARAMS.error());
		assertThat(copy.code()).isEqualTo(-32602);
	}

	private static byte[] serialize(Object object) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		return bytes.toByteArray();
	}

	private static Object deserialize(byte[] bytes) throws IOException, ClassNotFoundException {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			return in.readObject();
		}
	}

}
