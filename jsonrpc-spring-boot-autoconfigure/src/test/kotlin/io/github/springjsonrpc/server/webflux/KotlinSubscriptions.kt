package io.github.springjsonrpc.server.webflux

import io.github.springjsonrpc.annotation.RpcService
import io.github.springjsonrpc.annotation.RpcSubscription
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOf

@RpcService("kotlin")
class KotlinSubscriptions {

	@RpcSubscription
	fun flow(from: Int = 1): Flow<Int> = flow {
		emit(from)
		delay(1)
		emit(from + 1)
	}

	@RpcSubscription
	suspend fun later(): Flow<String> {
		delay(1)
		return flowOf("at last")
	}

}
