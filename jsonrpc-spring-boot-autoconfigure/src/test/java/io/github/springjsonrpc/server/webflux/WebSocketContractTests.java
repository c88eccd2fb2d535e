package io.github.springjsonrpc.server.webflux;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.github.springjsonrpc.WebSocketTester;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The contract over WebSocket. Messages are worked on one after the other here, so that
 * the answer to a further one shows that there is none to the former.
 */
@HttpTest
@TestPropertySource(properties = "jsonrpc.server.websocket.max-in-flight=1")
abstract class WebSocketContractTests extends JsonRpcContractTests {

	private static final String NEXT = "{\"jsonrpc\":\"2.0\",\"method\":\"mono\",\"params\":[\"\"],\"id\":\"next\"}";

	private static final String NEXT_ANSWER = "{\"jsonrpc\":\"2.0\",\"result\":\"\",\"id\":\"next\"}";

	@LocalServerPort
	private int port;

	private WebSocketTester client;

	@BeforeAll
	void connect() {
		this.client = WebSocketTester.connect(this.port, "/rpc");
	}

	@AfterAll
	void disconnect() {
		this.client.close();
	}

	@Override
	String responses() {
		return "responses-websocket";
	}

	@Override
	@Nullable String exchange(byte[] message) {
		try {
			this.client.send(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString());
		}
		catch (CharacterCodingException ex) {
			// what no text message may be
			this.client.send(message);
		}
		this.client.send(NEXT);
		String answer = this.client.next();
		if (answer.equals(NEXT_ANSWER)) {
			return null;
		}
		this.client.next();
		return answer;
	}

}
