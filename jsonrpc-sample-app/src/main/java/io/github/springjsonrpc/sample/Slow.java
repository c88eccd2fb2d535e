package io.github.springjsonrpc.sample;

import java.time.Duration;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import jakarta.validation.constraints.Max;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * A method that takes its time and no thread.
 */
@Component
class Slow {

	@RpcMethod(description = "Answers after a while")
	Mono<String> slow(@RpcParam(defaultValue = "1000") @Max(60_000) long millis) {
		return Mono.delay(Duration.ofMillis(millis)).thenReturn("done");
	}

}
