package io.github.springjsonrpc.sample;

import java.util.List;
import java.util.stream.Stream;

import io.github.springjsonrpc.docs.CurlExample;
import io.github.springjsonrpc.docs.ProjectFiles;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application answers what README.md says: each {@code curl} line there is sent to
 * it, in the order of the page, and the answer has to be the one that the page prints.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleApplicationTests {

	private static final List<CurlExample> EXAMPLES = CurlExample.of(ProjectFiles.ROOT.resolve("README.md"));

	@LocalServerPort
	private int port;

	static List<CurlExample> examples() {
		return EXAMPLES;
	}

	// before the examples, one of which takes a method away; of prices the page tells
	@Test
	@Order(1)
	void readmeShowsEveryMethod(@Autowired List<JsonRpcServer> servers) {
		Stream<JsonRpcMethod> methods = servers.stream().flatMap((server) -> server.methods().all().stream());
		assertThat(methods).extracting(JsonRpcMethod::name)
			.hasSizeGreaterThan(10)
			.filteredOn((name) -> !name.startsWith("prices"))
			.allSatisfy((name) -> assertThat(EXAMPLES).extracting(CurlExample::command)
				.anySatisfy((command) -> assertThat(command).contains("\"method\":\"" + name + "\"")));
	}

	@ParameterizedTest
	@MethodSource("examples")
	@Order(2)
	void answersWhatReadmePrints(CurlExample example) throws Exception {
		assertThat(example.run(this.port)).isEqualTo(example.answer());
	}

}
