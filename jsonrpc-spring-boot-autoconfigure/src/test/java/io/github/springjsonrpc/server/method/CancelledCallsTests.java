package io.github.springjsonrpc.server.method;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.springjsonrpc.annotation.RpcMethod;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.hamcrest.Matchers.is;

/**
 * A call that nobody waits for any more ends whatever its method does. Seed rows S16 and
 * S73.
 */
class CancelledCallsTests {

	@ParameterizedTest
	@ValueSource(strings = { "blocking", "mono", "flux", "future", "suspended", "flow" })
	void cancellationReaches(String method) {
		AtomicReference<String> state = new AtomicReference<>("none");
		Calls rpc = Calls.of(method.equals("suspended") || method.equals("flow") ? new KotlinCancelledMethods(state)
				: new Methods(state));
		Disposable call = rpc.send(method, null).subscribe();
		Awaitility.await().atMost(Calls.TIMEOUT).untilAtomic(state, is("running"));
		call.dispose();
		Awaitility.await().atMost(Calls.TIMEOUT).untilAtomic(state, is("cancelled"));
	}

	static class Methods {

		private final AtomicReference<String> state;

		Methods(AtomicReference<String> state) {
			this.state = state;
		}

		@RpcMethod
		void blocking() {
			this.state.set("running");
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.state.set("cancelled");
			}
		}

		@RpcMethod
		Mono<String> mono() {
			return Mono.<String>never()
				.doOnSubscribe((subscription) -> this.state.set("running"))
				.doOnCancel(() -> this.state.set("cancelled"));
		}

		@RpcMethod
		Flux<String> flux() {
			return Flux.<String>never()
				.doOnSubscribe((subscription) -> this.state.set("running"))
				.doOnCancel(() -> this.state.set("cancelled"));
		}

		@RpcMethod
		CompletableFuture<String> future() {
			CompletableFuture<String> future = new CompletableFuture<>();
			future.whenComplete((value, ex) -> this.state.set(future.isCancelled() ? "cancelled" : "completed"));
			this.state.set("running");
			return future;
		}

	}

}
