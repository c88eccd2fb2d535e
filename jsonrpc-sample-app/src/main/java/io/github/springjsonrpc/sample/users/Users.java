package io.github.springjsonrpc.sample.users;

import java.util.UUID;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Methods that return and take a type of the application's own.
 */
@Component
class Users {

	@RpcMethod("get_user_by_uuid")
	Mono<User> findByUuid(@RpcParam("user_uuid") UUID uuid) {
		return Mono.just(new User(uuid, "mike", new EmailAddress("some", "mail.com")));
	}

	@RpcMethod("generate_user_token")
	String generateToken(@Valid User user) {
		return "token-" + user.uuid().toString().split("-")[0];
	}

}
