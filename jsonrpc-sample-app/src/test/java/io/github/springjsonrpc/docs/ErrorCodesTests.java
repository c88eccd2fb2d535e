package io.github.springjsonrpc.docs;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/protocol.md} has a row for every error code.
 */
class ErrorCodesTests {

	private static final List<String> LINES = ProjectFiles.lines(ProjectFiles.ROOT.resolve("docs/protocol.md"));

	@ParameterizedTest
	@EnumSource
	void pageTellsTheCodeWithItsMessageAndReason(JsonRpcErrorCode code) {
		assertThat(LINES).filteredOn((line) -> line.startsWith("| " + code.code() + " | " + code.message() + " | "))
			.singleElement()
			.asString()
			.hasSizeGreaterThan(50);
	}

}
