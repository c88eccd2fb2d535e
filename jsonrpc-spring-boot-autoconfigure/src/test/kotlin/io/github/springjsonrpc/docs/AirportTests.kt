package io.github.springjsonrpc.docs

import io.github.springjsonrpc.protocol.JsonRpcId
import io.github.springjsonrpc.protocol.JsonRpcParams
import io.github.springjsonrpc.protocol.JsonRpcRequest
import io.github.springjsonrpc.server.JsonRpcServer
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.boot.WebApplicationType
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.builder.SpringApplicationBuilder
import org.springframework.context.annotation.Import
import java.time.Duration

/**
 * The Kotlin snippet of `docs/methods.md` runs.
 */
class AirportTests {

	@Test
	fun bindsNullableParametersAndDefaults() {
		SpringApplicationBuilder(Application::class.java).web(WebApplicationType.NONE).run().use {
			val server = it.getBean(JsonRpcServer::class.java)
			assertThat(call(server, "airport.find", JsonRpcParams.positional("OSL")))
				.isEqualTo("OSL, terminal null, in en")
			assertThat(call(server, "airport.find", JsonRpcParams.named(mapOf("code" to "OSL", "language" to "no"))))
				.isEqualTo("OSL, terminal null, in no")
			assertThat(call(server, "airport.gates", JsonRpcParams.none())).isEqualTo(listOf(1, 2, 3))
		}
	}

	private fun call(server: JsonRpcServer, method: String, params: JsonRpcParams): Any? =
		server.call(JsonRpcRequest.request(JsonRpcId.of(1), method, params)).block(Duration.ofSeconds(30))!!.result()

	@EnableAutoConfiguration
	@Import(Airport::class)
	open class Application

}
