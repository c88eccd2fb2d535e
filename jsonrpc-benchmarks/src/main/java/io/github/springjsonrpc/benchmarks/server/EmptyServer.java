package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * A WebFlux application with nothing in it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class EmptyServer {

	public static void main(String[] args) throws IOException {
		SpringServer.run(EmptyServer.class, args);
	}

}
