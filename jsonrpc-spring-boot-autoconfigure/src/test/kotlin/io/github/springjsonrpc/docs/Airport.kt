package io.github.springjsonrpc.docs

import io.github.springjsonrpc.annotation.RpcMethod
import io.github.springjsonrpc.annotation.RpcService
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow

// tag::service[]
@RpcService("airport")
class Airport {

	@RpcMethod
	suspend fun find(code: String, terminal: Int?, language: String = "en"): String {
		delay(1)
		return "$code, terminal $terminal, in $language"
	}

	@RpcMethod
	fun gates(): Flow<Int> = (1..3).asFlow()

}
// end::service[]
