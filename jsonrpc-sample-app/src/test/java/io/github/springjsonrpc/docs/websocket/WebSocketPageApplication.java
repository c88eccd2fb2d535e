package io.github.springjsonrpc.docs.websocket;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The snippets of {@code docs/websocket.md}.
 */
@SpringBootApplication
class WebSocketPageApplication {

}
