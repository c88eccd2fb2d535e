package io.github.springjsonrpc.autoconfigure.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.autoconfigure.JsonRpcConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What {@link LoadBalancedUrls} hands to the load balancer. Spring Cloud is not on the
 * class path.
 */
class LoadBalancedUrlsTests {

	@ParameterizedTest
	@CsvSource({ "lb://orders/rpc?a=%20b, balanced http://orders/rpc?a=%20b",
			"LB://orders:1/, balanced http://orders:1/", "http://orders/rpc, http://orders/rpc",
			"https://orders/rpc, https://orders/rpc" })
	void handsOverUrlsOfServices(URI url, String called) {
		List<String> calls = new ArrayList<>();
		new LoadBalancedUrls((request, next) -> {
			calls.add("balanced " + request.url());
			return Mono.just(ClientResponse.create(HttpStatus.OK).build());
		}).filter(ClientRequest.create(HttpMethod.POST, url).build(), (request) -> {
			calls.add(request.url().toString());
			return Mono.just(ClientResponse.create(HttpStatus.OK).build());
		}).block();
		assertThat(calls).containsExactly(called);
	}

	@Test
	void refusesUrlOfServiceWithoutLoadBalancer() {
		assertThatExceptionOfType(JsonRpcConfigurationException.class)
			.isThrownBy(() -> LoadBalancedUrls.check(URI.create("lb://orders")))
			.withMessage("The URL 'lb://orders' needs a load balancer");
		assertThatNoException().isThrownBy(() -> LoadBalancedUrls.check(URI.create("http://orders")));
	}

}
