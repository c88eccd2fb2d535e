package io.github.springjsonrpc.server.method

import io.github.springjsonrpc.annotation.RpcMethod
import kotlinx.coroutines.delay
import kotlinx.coroutines.reactor.ReactorContext
import org.slf4j.MDC
import kotlin.coroutines.coroutineContext

internal class KotlinContextMethods {

	@RpcMethod
	suspend fun userOfSuspended(): String = user()

	@RpcMethod
	suspend fun userOfSuspendedAfterDelay(): String {
		delay(1)
		return user()
	}

	@RpcMethod
	suspend fun traceOfSuspended(): String? = MDC.get("trace")

	@RpcMethod
	suspend fun traceOfSuspendedAfterDelay(): String? {
		delay(1)
		return MDC.get("trace")
	}

	private suspend fun user(): String = coroutineContext[ReactorContext]!!.context.get("user")

}
