package io.github.springjsonrpc.server.method

import io.github.springjsonrpc.annotation.RpcMethod
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import java.util.concurrent.atomic.AtomicReference

internal class KotlinCancelledMethods(private val state: AtomicReference<String>) {

	@RpcMethod
	suspend fun suspended(): String = waitForever()

	@RpcMethod
	fun flow(): Flow<String> = flow { emit(waitForever()) }

	private suspend fun waitForever(): String {
		state.set("running")
		try {
			awaitCancellation()
		} catch (ex: CancellationException) {
			state.set("cancelled")
			throw ex
		}
	}

}
