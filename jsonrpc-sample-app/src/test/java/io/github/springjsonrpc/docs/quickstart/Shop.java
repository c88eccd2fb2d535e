package io.github.springjsonrpc.docs.quickstart;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import org.jspecify.annotations.NonNull;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

// tag::application[]
@SpringBootApplication
public class Shop {

	public static void main(String[] args) {
		SpringApplication.run(Shop.class, args);
	}

}

@RpcService("cart")
class Cart {

	private final Map<String, Integer> items = new ConcurrentHashMap<>();

	@RpcMethod // "cart.add": ["pen"], ["pen", 2] and {"item": "pen"} all bind
	int add(@NonNull String item, @RpcParam(defaultValue = "1") int quantity) {
		return this.items.merge(item, quantity, Integer::sum);
	}

	@RpcMethod // "cart.items": reactive types are welcome
	Flux<String> items() {
		return Flux.fromIterable(this.items.keySet());
	}

}
// end::application[]
