package io.github.springjsonrpc.server.webflux;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.NodeProgram;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcSubscription;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that ethers, the Ethereum library, gets along with subscriptions as they are. It
 * needs Node.js, and the network once.
 */
@SpringBootTest(classes = EthereumClientTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EthereumClientTests {

	@LocalServerPort
	private int port;

	@Test
	void followsBlocksAndLogs() throws Exception {
		try (NodeProgram ethers = NodeProgram.start("ethers.mjs", "ws://localhost:" + this.port + "/rpc")) {
			assertThat(ethers.line())
				.isEqualTo("{\"chainId\":1337,\"blocks\":[1,2,3],\"latest\":3,\"log\":\"0x" + "11".repeat(20) + "\"}");
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Chain.class)
	static class Application {

	}

	static class Chain {

		@RpcMethod("eth_chainId")
		String chainId() {
			return "0x539";
		}

		@RpcMethod("eth_blockNumber")
		String blockNumber() {
			return "0x3";
		}

		@RpcSubscription(namespace = "eth")
		Flux<Map<String, String>> newHeads() {
			return Flux.just("0x1", "0x2", "0x3").map((number) -> Map.of("number", number));
		}

		@RpcSubscription(namespace = "eth")
		Flux<Map<String, Object>> logs(Map<String, List<String>> filter) {
			String hash = "0x" + "22".repeat(32);
			return Flux.just(Map.of("address", filter.get("address").get(0), "blockHash", hash, "blockNumber", "0x3",
					"data", "0x", "logIndex", "0x0", "removed", false, "topics", List.of(hash), "transactionHash", hash,
					"transactionIndex", "0x0"));
		}

	}

}
