package io.github.springjsonrpc.client.proxy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.springjsonrpc.client.CallOptions;
import io.github.springjsonrpc.client.UnreadableResponseException;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import kotlin.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clients that are interfaces in Kotlin.
 */
class KotlinClientsTests {

	private static final Map<String, Object> ADA = Map.of("name", "Ada");

	private static KotlinCalls answering(@Nullable Object answer) {
		return new KotlinCalls(Recorder.answering(answer).proxy(KotlinClient.class));
	}

	private static Recorder recorded(@Nullable Object answer, Consumer<KotlinCalls> call) {
		Recorder recorder = Recorder.answering(answer);
		call.accept(new KotlinCalls(recorder.proxy(KotlinClient.class)));
		return recorder;
	}

	@Test
	void suspends() {
		assertThat(answering(ADA).find()).isEqualTo(new Person("Ada"));
		assertThat(answering(ADA).findOrNull()).isEqualTo(new Person("Ada"));
		assertThat(answering(List.of(ADA)).all()).containsExactly(new Person("Ada"));
		assertThat(recorded(ADA, KotlinCalls::find).sent()).isEqualTo("find {'id':7}");
	}

	@Test
	void returnsUnitForNothing() {
		assertThat(answering(ADA).delete()).isEqualTo(Unit.INSTANCE);
		assertThat(answering(null).nothing()).isEqualTo(Unit.INSTANCE);
	}

	@Test
	void sendsNotification() {
		assertThat(recorded(null, KotlinCalls::seen).request().isNotification()).isTrue();
	}

	@Test
	void failsOnNullWhereTheTypeForbidsIt() {
		assertThat(answering(null).findOrNull()).isNull();
		assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(answering(null)::find);
		assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(answering(null)::plain);
	}

	@Test
	void throwsErrors() {
		assertThatExceptionOfType(JsonRpcException.class)
			.isThrownBy(answering(new JsonRpcError(7, "Refused", null))::find);
		assertThatExceptionOfType(JsonRpcException.class)
			.isThrownBy(answering(new JsonRpcError(7, "Refused", null))::delete);
		assertThatExceptionOfType(NoSuchPerson.class)
			.isThrownBy(answering(new JsonRpcError(404, "No such person", null))::declared)
			.withMessage("No such person");
	}

	@Test
	void takesTimeout() {
		Recorder recorder = recorded(null, KotlinCalls::slow);
		assertThat(recorder.sent()).isEqualTo("slow {'id':7}");
		assertThat(CallOptions.of(recorder.request()).timeout()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void sendsDefaultsAndLeavesNullOut() {
		assertThat(recorded(List.of(), KotlinCalls::search).sent()).isEqualTo("search {'text':'a','page':1}");
	}

	@Test
	void sendsWhatValueClassesWrap() {
		assertThat(recorded(ADA, KotlinCalls::byKey).sent()).isEqualTo("byKey {'key':7}");
		assertThat(recorded(ADA, KotlinCalls::byNullableKey).sent()).isEqualTo("byNullableKey {'key':7}");
	}

	@Test
	void returnsFlowAndDeferred() {
		assertThat(answering(List.of(1, 2)).keys()).containsExactly(1, 2);
		assertThat(answering(ADA).later()).isEqualTo(new Person("Ada"));
	}

	@Test
	void runsFunctionsWithBody() {
		assertThat(answering(ADA).greeting()).isEqualTo("Hello Ada");
	}

	@Test
	void refusesFunctionThatSuspendsAndIsReactive() {
		assertThatExceptionOfType(InvalidClientException.class)
			.isThrownBy(() -> Recorder.answering(null).proxy(SuspendingFlow.class))
			.withMessageEndingWith("suspends and returns a reactive type");
	}

}
