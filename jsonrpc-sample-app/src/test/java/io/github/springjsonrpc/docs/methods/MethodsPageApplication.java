package io.github.springjsonrpc.docs.methods;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The snippets of {@code docs/methods.md}.
 */
@SpringBootApplication
class MethodsPageApplication {

}
