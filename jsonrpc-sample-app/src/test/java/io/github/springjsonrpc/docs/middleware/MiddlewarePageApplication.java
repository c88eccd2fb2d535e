package io.github.springjsonrpc.docs.middleware;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The snippets of {@code docs/middleware.md}.
 */
@SpringBootApplication
class MiddlewarePageApplication {

}
