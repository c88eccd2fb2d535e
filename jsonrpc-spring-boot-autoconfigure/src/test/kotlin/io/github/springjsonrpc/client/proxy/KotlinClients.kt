package io.github.springjsonrpc.client.proxy

import io.github.springjsonrpc.annotation.RpcError
import io.github.springjsonrpc.annotation.RpcMethod
import io.github.springjsonrpc.annotation.RpcTimeout
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import java.time.Duration

@JvmInline
internal value class Key(val value: Long)

internal data class Person(val name: String)

@RpcError(code = 404)
internal class NoSuchPerson(message: String) : Exception(message)

internal interface KotlinClient {

	suspend fun find(id: Long): Person

	suspend fun findOrNull(id: Long): Person?

	suspend fun all(): List<Person>

	suspend fun delete(id: Long)

	@RpcMethod(notification = true)
	suspend fun seen(id: Long)

	@Throws(NoSuchPerson::class)
	suspend fun declared(id: Long): Person

	suspend fun slow(id: Long, @RpcTimeout timeout: Duration): Person?

	fun search(text: String, page: Int = 1, language: String? = null): List<Person>

	fun byKey(key: Key): Person

	fun byNullableKey(key: Key?): Person

	fun keys(): Flow<Int>

	fun later(): Deferred<Person>

	fun plain(): Person

	fun nothing()

	fun greeting(word: String) = word + " " + plain().name

}

internal interface SuspendingFlow {

	suspend fun keys(): Flow<Int>

}

/**
 * Calls suspending functions from tests that are not written in Kotlin.
 */
internal class KotlinCalls(private val client: KotlinClient) {

	fun find() = runBlocking { client.find(7) }

	fun findOrNull() = runBlocking { client.findOrNull(7) }

	fun all() = runBlocking { client.all() }

	fun delete(): Any = runBlocking { client.delete(7) }

	fun seen() = runBlocking { client.seen(7) }

	fun declared() = runBlocking { client.declared(7) }

	fun slow() = runBlocking { client.slow(7, Duration.ofSeconds(2)) }

	fun search() = client.search("a")

	fun byKey() = client.byKey(Key(7))

	fun byNullableKey() = client.byNullableKey(Key(7))

	fun keys() = runBlocking { client.keys().toList() }

	fun later() = runBlocking { client.later().await() }

	fun plain() = client.plain()

	fun nothing(): Any = client.nothing()

	fun greeting() = client.greeting("Hello")

}
