package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reactor Context and thread locals, with the logging MDC as their example, reach Java
 * methods, coroutines and the arguments they wait for. Seed rows S16, S51 and S132.
 */
class CallContextTests {

	private Calls rpc = new Calls(JsonRpcServer.builder(Calls.codec()).build());

	@BeforeEach
	void offerMethods() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(new MdcAccessor());
		RpcMiddleware user = (request, chain) -> chain.next(request)
			.contextWrite((context) -> context.put("user", "Ann").put(MdcAccessor.KEY, Map.of("trace", "t1")));
		this.rpc = new Calls(JsonRpcServer.builder(Calls.codec()).middleware(List.of(user)).build());
		RpcArgumentResolver trace = RpcArgumentResolver.forType(Trace.class,
				RpcArgument.deferred((request) -> new Trace(String.valueOf(MDC.get("trace"))).later()));
		RpcMethodFactory factory = new RpcMethodFactory(List.of(trace), null, (type) -> type, RpcMethod.Execution.AUTO);
		this.rpc.server().methods().addAll(factory.methodsOf(new Methods()));
		this.rpc.server().methods().addAll(factory.methodsOf(new KotlinContextMethods()));
	}

	@AfterEach
	void forget() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(MdcAccessor.KEY);
		MDC.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { "userOfMono", "userOfSuspended", "userOfSuspendedAfterDelay" })
	void reactorContextReaches(String method) {
		assertThat(this.rpc.result(method)).isEqualTo("\"Ann\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "traceOfBlocking", "traceOfMono", "traceOfSuspended", "traceOfSuspendedAfterDelay",
			"traceOfDeferredArgument" })
	void loggingContextReaches(String method) {
		assertThat(this.rpc.result(method)).isEqualTo("\"t1\"");
		assertThat(MDC.get("trace")).as("left behind").isNull();
	}

	record Trace(String id) {

		Mono<Trace> later() {
			return Mono.just(this);
		}

	}

	static class Methods {

		private static final Supplier<String> TRACE = () -> String.valueOf(MDC.get("trace"));

		@RpcMethod
		Mono<String> userOfMono() {
			return Mono.deferContextual((context) -> Mono.just(context.get("user")));
		}

		@RpcMethod
		String traceOfBlocking() {
			return TRACE.get();
		}

		@RpcMethod
		Mono<String> traceOfMono() {
			return Mono.just(TRACE.get());
		}

		@RpcMethod
		String traceOfDeferredArgument(Trace trace) {
			return trace.id();
		}

	}

	/**
	 * As an application would write it.
	 */
	static class MdcAccessor implements ThreadLocalAccessor<Map<String, String>> {

		static final String KEY = "call-context-tests.mdc";

		@Override
		public Object key() {
			return KEY;
		}

		@Override
		public @Nullable Map<String, String> getValue() {
			return MDC.getCopyOfContextMap();
		}

		@Override
		public void setValue(Map<String, String> value) {
			MDC.setContextMap(value);
		}

		@Override
		public void setValue() {
			MDC.clear();
		}

	}

}
