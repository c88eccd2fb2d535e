package io.github.springjsonrpc.docs.methods;

import io.github.springjsonrpc.annotation.RpcMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

import org.springframework.stereotype.Component;

@Component
class Validation {

	// tag::validated[]
	@RpcMethod
	String ship(@NotBlank String customer, @Valid Parcel parcel) {
		return parcel.grams() + " g to " + customer;
	}

	record Parcel(@Positive(message = "must weigh something") int grams) {

	}
	// end::validated[]

}
