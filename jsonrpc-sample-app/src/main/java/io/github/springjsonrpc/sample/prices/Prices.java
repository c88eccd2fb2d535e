package io.github.springjsonrpc.sample.prices;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import io.github.springjsonrpc.protocol.OverflowPolicy;
import jakarta.validation.constraints.Positive;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The feed, as {@code prices_subscribe} with {@code "changes"}, and a method that asks
 * its caller back before it is done.
 */
@RpcService("prices")
class Prices {

	private final Market market;

	Prices(Market market) {
		this.market = market;
	}

	@RpcSubscription(overflow = OverflowPolicy.DROP_OLDEST, buffer = 64,
			description = "Prices as they change, of the symbols or of all")
	Flux<Price> changes(@RpcParam(rest = true) List<String> symbols) {
		symbols.forEach(this::check);
		return this.market.prices().filter((price) -> symbols.isEmpty() || symbols.contains(price.symbol()));
	}

	@RpcMethod(description = "Buys at the price of the moment, if the caller's method 'confirm' agrees")
	Mono<Purchase> buy(String symbol, @Positive int quantity, JsonRpcRequest request) {
		check(symbol);
		JsonRpcConnection caller = request.attribute(JsonRpcConnection.class);
		if (caller == null) {
			return Mono.error(new NotConfirmedException("Nobody can be asked over HTTP"));
		}
		Purchase purchase = new Purchase(symbol, quantity, this.market.price(symbol).price());
		return caller.call(confirmation(purchase))
			.filter(Prices::isYes)
			.map((answer) -> purchase)
			.switchIfEmpty(Mono.error(() -> new NotConfirmedException("The caller did not agree")));
	}

	private void check(String symbol) {
		if (!this.market.knows(symbol)) {
			throw new NoSuchSymbolException(symbol);
		}
	}

	private static JsonRpcRequest confirmation(Purchase purchase) {
		return JsonRpcRequest.request(JsonRpcId.of(UUID.randomUUID().toString()), "confirm", JsonRpcParams
			.named(Map.of("symbol", purchase.symbol(), "quantity", purchase.quantity(), "price", purchase.price())));
	}

	private static boolean isYes(JsonRpcResponse answer) {
		return answer.result() instanceof JsonValue result && result.toString().equals("true");
	}

}
