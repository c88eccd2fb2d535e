package io.github.springjsonrpc.server.method

import io.github.springjsonrpc.annotation.RpcAttribute
import io.github.springjsonrpc.annotation.RpcMethod
import io.github.springjsonrpc.annotation.RpcParam
import io.github.springjsonrpc.protocol.JsonRpcException
import io.github.springjsonrpc.protocol.JsonRpcRequest
import jakarta.validation.constraints.Min
import jakarta.validation.constraints.NotBlank
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf
import reactor.core.publisher.Mono
import java.io.IOException

@JvmInline
internal value class UserId(val value: Long) {

	init {
		require(value > 0) { "Not positive" }
	}

}

@JvmInline
internal value class Email(val text: String)

@JvmInline
internal value class Contact(val email: Email)

/**
 * Open, as the plugin kotlin-spring makes it, so that it can be proxied.
 */
internal open class KotlinMethods {

	// not private: behind a proxy, defaults see no fields
	protected open val own = "own"

	// default values

	@RpcMethod
	open fun defaults(text: String = own, number: Int = 7, nullable: String? = "default") = "$text $number $nullable"

	@RpcMethod
	open suspend fun suspendedDefaults(text: String = own, number: Int = 7, nullable: String? = "default"): String {
		delay(1)
		return defaults(text, number, nullable)
	}

	@RpcMethod
	open fun annotatedDefault(@RpcParam(defaultValue = "3") number: Int = 7) = number

	// nullness

	@RpcMethod
	open fun nonNull(text: String, number: Int) = "$text $number"

	@RpcMethod
	open fun nullable(text: String?, number: Int?) = "$text $number"

	// value classes

	@RpcMethod
	open fun valueClass(id: UserId) = "$id"

	@RpcMethod
	open fun valueClasses(id: UserId?, email: Email = Email("none"), contact: Contact?) = "$id $email $contact"

	@RpcMethod
	open suspend fun suspendedValueClass(id: UserId): Email {
		delay(1)
		return Email("${id.value}@example.org")
	}

	@RpcMethod
	open fun returnsValueClass(): UserId? = UserId(1)

	// what functions return

	@RpcMethod
	open suspend fun suspended(): String {
		delay(1)
		return "suspended"
	}

	@RpcMethod
	open suspend fun suspendedNull(): String? = null

	@RpcMethod
	open suspend fun suspendedUnit() {
		delay(1)
	}

	@RpcMethod
	open fun unit() = Unit

	@RpcMethod
	open fun anyUnit(): Any = Unit

	@RpcMethod
	open fun flow(): Flow<Int> = flowOf(1, 2)

	@RpcMethod
	open suspend fun suspendedFlow(): Flow<Int> {
		delay(1)
		return flowOf(1, 2)
	}

	@RpcMethod
	open suspend fun suspendedMono(): Mono<String> = Mono.just("mono")

	@RpcMethod
	open fun deferred(): Deferred<String> = CompletableDeferred("deferred")

	// what functions throw

	@RpcMethod
	open fun fails(code: Int = 1): String = throw JsonRpcException(code, "plain")

	@RpcMethod
	open suspend fun failsSuspended(): String = throw JsonRpcException(2, "suspended")

	@RpcMethod
	open suspend fun failsAfterDelay(): String {
		delay(1)
		throw JsonRpcException(3, "delayed")
	}

	@RpcMethod
	open fun failsWithChecked(): String = throw CheckedKotlinException()

	// parameters of all kinds

	@RpcMethod
	open suspend fun JsonRpcRequest.extension(text: String) = "$text of ${method()}"

	@RpcMethod
	open fun variable(vararg numbers: Int) = numbers.sum()

	@RpcMethod
	open suspend fun suspendedVariable(@RpcParam(rest = true) vararg texts: String) = texts.joinToString("")

	@RpcMethod
	open fun injected(@RpcAttribute user: String = "nobody", @RpcAttribute other: String?) = "$user $other"

	@RpcMethod
	open suspend fun validated(@NotBlank name: String, @Min(5) number: Int = 1) = "$name $number"

	@get:RpcMethod
	open val version: String = "1"

}

@io.github.springjsonrpc.annotation.RpcError(code = 4, message = "checked")
internal class CheckedKotlinException : IOException()

internal interface KotlinContract {

	@RpcMethod
	suspend fun inherited(text: String = "from the interface"): String

}

internal class KotlinContractBean : KotlinContract {

	override suspend fun inherited(text: String): String {
		delay(1)
		return text
	}

}
