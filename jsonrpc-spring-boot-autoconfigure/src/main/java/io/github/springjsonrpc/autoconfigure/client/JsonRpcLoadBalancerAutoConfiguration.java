package io.github.springjsonrpc.autoconfigure.client;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.cloud.client.loadbalancer.reactive.LoadBalancedExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for clients whose URL is
 * {@code lb://<service>}, by Spring Cloud LoadBalancer.
 */
@AutoConfiguration
@ConditionalOnClass({ WebClient.class, WebClientCustomizer.class, LoadBalancedExchangeFilterFunction.class })
public final class JsonRpcLoadBalancerAutoConfiguration {

	@Bean
	WebClientCustomizer jsonRpcLoadBalancerCustomizer(
			ObjectProvider<LoadBalancedExchangeFilterFunction> loadBalancers) {
		return (webClient) -> loadBalancers
			.ifAvailable((loadBalancer) -> webClient.filter(new LoadBalancedUrls(loadBalancer)));
	}

}
