package io.github.springjsonrpc.client.proxy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.annotation.RpcTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Interfaces that no client can be made of, and what is said about them.
 */
class RefusedClientsTests {

	static Stream<Arguments> refused() {
		return Stream.of(arguments(String.class, "java.lang.String is no interface"),
				arguments(Closeable.class, "is AutoCloseable, so that closing the application would call the server"),
				arguments(Overloads.class, "both call the JSON-RPC method 'find'"),
				arguments(SameParameter.class,
						"Two parameters of the method " + SameParameter.class.getName()
								+ "#find(long, long) are called 'id'"),
				arguments(TwoTimeouts.class, "has two timeouts"),
				arguments(TimeoutOfAnotherType.class,
						"Parameter 1 of the method " + TimeoutOfAnotherType.class.getName()
								+ "#find(long) does not say how long to wait"),
				arguments(NoTimeout.class, "The timeout 'soon' of the method"),
				arguments(NegativeTimeout.class, "The timeout '-1s' of the method"),
				arguments(Waiting.class, "returns a Future, which has to be waited for"),
				arguments(OwnVariable.class, "returns a type that is not known before it is called"),
				arguments(OwnVariableInList.class, "returns a type that is not known before it is called"),
				arguments(AnsweredNotification.class, "is a notification, which has no result, but returns something"),
				arguments(WholeAndMore.class, "gives the whole params and something else of them"),
				arguments(RestInTheMiddle.class, "gives the rest but is not the last one"),
				arguments(RestOfAnotherType.class, "gives the rest but is neither a List nor a Map"),
				arguments(NamedRest.class, "gives the rest by name, but params are sent by position"),
				arguments(SingleItem.class, "subscribes, but does not return many values"),
				arguments(NoUnsubscribing.class, "subscribes by 'listen', which does not tell how to unsubscribe"),
				arguments(TwoWays.class, "has a namespace, and a method that subscribes to it"),
				arguments(SameKind.class, "both call the JSON-RPC method 'subscribe(\"news\")'"),
				arguments(TwoExceptions.class, "has two exceptions for the code 7"),
				arguments(Unconstructible.class, "has no constructor for an error"),
				arguments(Ambiguous.class, "has more than one constructor for an error"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refuses(Class<?> type, String problem) {
		assertThatExceptionOfType(InvalidClientException.class).isThrownBy(() -> Recorder.answering(null).proxy(type))
			.withMessageContaining(problem)
			.satisfies((ex) -> assertThat(ex.getRemedy()).endsWith("."));
	}

	@Test
	void refusesClientWithoutName() {
		RpcProxyFactory factory = new RpcProxyFactory((name) -> Recorder.answering(null).client(), (value) -> "");
		assertThatExceptionOfType(InvalidClientException.class)
			.isThrownBy(() -> factory.createNamed(Runnable.class, "${client}"))
			.withMessage("The client of java.lang.Runnable has no name");
	}

	@Test
	void refusesToMapExceptionWithoutCode() {
		assertThatExceptionOfType(InvalidClientException.class)
			.isThrownBy(() -> AnnotatedErrorMapper.of(IllegalStateException.class))
			.withMessage("The exception java.lang.IllegalStateException stands for no error code");
	}

	interface Closeable extends AutoCloseable {

		@Override
		void close();

	}

	interface Overloads {

		void find(long id);

		void find(String name);

	}

	interface SameParameter {

		void find(long id, @RpcParam("id") long other);

	}

	interface TwoTimeouts {

		void find(@RpcTimeout Duration one, @RpcTimeout Duration other);

	}

	interface TimeoutOfAnotherType {

		void find(@RpcTimeout long seconds);

	}

	interface NoTimeout {

		@RpcTimeout("soon")
		void find();

	}

	interface NegativeTimeout {

		@RpcTimeout("-1s")
		void find();

	}

	interface Waiting {

		Future<String> find();

	}

	interface OwnVariable {

		<T> T find();

	}

	interface OwnVariableInList {

		<T> List<T> find();

	}

	interface AnsweredNotification {

		@RpcMethod(notification = true)
		String find();

	}

	interface WholeAndMore {

		void find(@RpcParams Map<String, String> all, String more);

	}

	interface RestInTheMiddle {

		void find(@RpcParam(rest = true) List<String> rest, String more);

	}

	interface RestOfAnotherType {

		void find(@RpcParam(rest = true) String rest);

	}

	@RpcClient(params = RpcClient.Params.BY_POSITION)
	interface NamedRest {

		void find(@RpcParam(rest = true) Map<String, String> rest);

	}

	interface SingleItem {

		@RpcSubscription
		Mono<String> news();

	}

	interface NoUnsubscribing {

		@RpcSubscription(subscribe = "listen")
		Flux<String> news();

	}

	interface TwoWays {

		@RpcSubscription(subscribe = "subscribeNews", namespace = "news")
		Flux<String> news();

	}

	interface SameKind {

		@RpcSubscription
		Flux<String> news();

		@RpcSubscription
		Flux<String> news(String topic);

	}

	interface TwoExceptions {

		void find() throws One, Other;

	}

	interface Unconstructible {

		void find() throws WithoutConstructor;

	}

	interface Ambiguous {

		void find() throws TwoConstructors;

	}

	@RpcError(code = 7)
	static class One extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	@RpcError(code = 7)
	static class Other extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	@RpcError(code = 7)
	static class WithoutConstructor extends RuntimeException {

		private static final long serialVersionUID = 1L;

		WithoutConstructor(long id) {
			super("No " + id);
		}

	}

	@RpcError(code = 7, data = "id")
	static class TwoConstructors extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TwoConstructors(long id) {
			super("No " + id);
		}

		TwoConstructors(Long id) {
			super("No " + id);
		}

	}

}
