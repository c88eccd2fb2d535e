package io.github.springjsonrpc.autoconfigure.client;

import java.net.URI;

import io.github.springjsonrpc.autoconfigure.JsonRpcConfigurationException;
import reactor.core.publisher.Mono;

import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets a load balancer choose where requests to {@code lb://<service>} go. Others pass.
 *
 * @param loadBalancer the load balancer, which takes the host of a URL for the service
 */
record LoadBalancedUrls(ExchangeFilterFunction loadBalancer) implements ExchangeFilterFunction {

	private static final String SCHEME = "lb";

	private static final boolean AVAILABLE = ClassUtils.isPresent(
			"org.springframework.cloud.client.loadbalancer.reactive.LoadBalancedExchangeFilterFunction",
			LoadBalancedUrls.class.getClassLoader());

	/**
	 * Check that a load balancer is there if a URL needs one.
	 */
	static void check(URI url) {
		if (SCHEME.equalsIgnoreCase(url.getScheme()) && !AVAILABLE) {
			throw new JsonRpcConfigurationException(
					"The URL '" + url.getScheme() + "://" + url.getHost() + "' needs a load balancer",
					"Add 'org.springframework.cloud:spring-cloud-starter-loadbalancer' to the class path.");
		}
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		if (!SCHEME.equalsIgnoreCase(request.url().getScheme())) {
			return next.exchange(request);
		}
		URI url = UriComponentsBuilder.fromUri(request.url()).scheme("http").build(true).toUri();
		return this.loadBalancer.filter(ClientRequest.from(request).url(url).build(), next);
	}

}
