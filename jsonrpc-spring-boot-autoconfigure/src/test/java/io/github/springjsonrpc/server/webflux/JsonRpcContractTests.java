package io.github.springjsonrpc.server.webflux;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every transport answers with every codec: the examples of the specification and
 * the tables of edge cases in {@code contract/}, to the byte. Seed rows S31 to S50, S128
 * to S149, S157, S166, S167 and S174.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JsonRpcContractTests {

	/**
	 * Send a message.
	 * @return the answer, or {@code null} if there is none
	 */
	abstract @Nullable String exchange(byte[] message) throws Exception;

	/**
	 * Return how deep JSON may nest.
	 */
	abstract int maxDepth();

	/**
	 * Return what becomes of responses that nobody waits for, in which transports differ.
	 */
	abstract String responses();

	@ParameterizedTest
	@MethodSource
	void answersExamplesOfTheSpecification(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> answersExamplesOfTheSpecification() {
		return ContractCase.table("specification");
	}

	@ParameterizedTest
	@MethodSource
	void answersWithTheIdOfTheRequest(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> answersWithTheIdOfTheRequest() {
		return ContractCase.table("ids");
	}

	@ParameterizedTest
	@MethodSource
	void checksMembersOfTheRequest(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> checksMembersOfTheRequest() {
		return ContractCase.table("members");
	}

	@ParameterizedTest
	@MethodSource
	void bindsParams(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> bindsParams() {
		return ContractCase.table("params");
	}

	@ParameterizedTest
	@MethodSource
	void writesResultsAndErrors(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> writesResultsAndErrors() {
		return ContractCase.table("outcomes");
	}

	@ParameterizedTest
	@MethodSource
	void answersBatches(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> answersBatches() {
		return ContractCase.table("batches");
	}

	@ParameterizedTest
	@MethodSource
	void rejectsWhatIsNotJson(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> rejectsWhatIsNotJson() {
		return ContractCase.table("malformed");
	}

	@ParameterizedTest
	@MethodSource
	void keepsLimits(ContractCase example) throws Exception {
		verify(example);
	}

	static List<ContractCase> keepsLimits() {
		return ContractCase.table("limits");
	}

	@Test
	void takesResponsesForWhatTheyAre() throws Exception {
		for (ContractCase example : ContractCase.table(responses())) {
			verify(example);
		}
	}

	@Test
	void acceptsNestingAsDeepAsTheMapperDoes() throws Exception {
		String params = "[".repeat(maxDepth() - 1) + "]".repeat(maxDepth() - 1);
		verify(new ContractCase("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":" + params + ",\"id\":1}",
				"{\"jsonrpc\":\"2.0\",\"result\":" + params + ",\"id\":1}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"a\":", "[{\"a\":" })
	void rejectsDeeperNestingWhereverItIs(String opening) throws Exception {
		String answer = """
				{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error",
				    "data": {"reason": "nesting deeper than %d"}}, "id": null}""".formatted(maxDepth());
		String call = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"id\":1,\"params\":";
		verify(new ContractCase(call + opening.repeat(maxDepth()), answer));
		verify(new ContractCase("[" + call + opening.repeat(maxDepth() - 1), answer));
		verify(new ContractCase(opening.repeat(100_000), answer));
	}

	private void verify(ContractCase example) throws Exception {
		assertThat(exchange(example.requestBytes())).as(example.request()).isEqualTo(example.answerText());
	}

}
