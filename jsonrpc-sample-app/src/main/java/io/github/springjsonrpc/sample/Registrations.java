package io.github.springjsonrpc.sample;

import io.github.springjsonrpc.annotation.RpcMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.stereotype.Component;

/**
 * A method with constraints, on a parameter and inside of an object.
 */
@Component
class Registrations {

	@RpcMethod(description = "Registers a person")
	String register(@NotBlank(message = "must not be blank") String name, @Valid Contact contact) {
		return "Registered " + name + " as " + contact.email();
	}

	record Contact(@NotNull @Email(message = "must be an e-mail address") String email,
			@Positive(message = "must be positive") int age) {

	}

}
