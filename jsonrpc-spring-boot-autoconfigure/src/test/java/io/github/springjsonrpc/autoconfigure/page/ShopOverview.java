package io.github.springjsonrpc.autoconfigure.page;

import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class ShopOverview {

	private final JsonRpcServer shop;

	private final JsonRpcServer admin;

	ShopOverview(JsonRpcServer shop, @Qualifier("admin") JsonRpcServer admin) {
		this.shop = shop;
		this.admin = admin;
	}

	int methods() {
		return this.shop.methods().all().size() + this.admin.methods().all().size();
	}

}
