package io.github.springjsonrpc.autoconfigure;

import java.io.InputStream;
import java.net.URI;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientProxyAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.WebSocketTransport;
import io.github.springjsonrpc.client.proxy.ImportRpcClients;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests what an application that can't start prints.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	@Test
	void namesBothMethodsOfOneName(CapturedOutput output) {
		assertThat(failure(output, Users.class, OtherUsers.class)).isEqualTo(
				"""
						Description:

						The JSON-RPC method 'find' is offered twice:

						\t- io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$Users#find(long) (bean 'failureAnalysisTests.Users')
						\t- io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$OtherUsers#search(String) (bean 'failureAnalysisTests.OtherUsers')

						Action:

						Give one of them another name by its annotation, or another prefix or server by @RpcService.""");
	}

	@Test
	void namesBothOverloadsOfAMethod(CapturedOutput output) {
		assertThat(failure(output, Overloads.class)).isEqualTo(
				"""
						Description:

						The JSON-RPC method 'find' is offered twice:

						\t- io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$Overloads#find(long) (bean 'failureAnalysisTests.Overloads')
						\t- io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$Overloads#find(String) (bean 'failureAnalysisTests.Overloads')

						Action:

						Give one of them another name by its annotation, or another prefix or server by @RpcService.""");
	}

	@Test
	void namesBothSubscriptionsOfOneKind(CapturedOutput output) {
		assertThat(failure(output, Heads.class, OtherHeads.class)).isEqualTo(
				"""
						Description:

						The JSON-RPC method 'eth_subscribe("newHeads")' is offered twice:

						\t- io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$Heads#newHeads() (bean 'failureAnalysisTests.Heads')
						\t- io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$OtherHeads#newHeads() (bean 'failureAnalysisTests.OtherHeads')

						Action:

						Give one of them another name by its annotation, or another prefix or server by @RpcService.""");
	}

	@Test
	void explainsAMethodThatCanNotBeOffered(CapturedOutput output) {
		assertThat(failure(output, PrivateMethod.class)).isEqualTo(
				"""
						Description:

						The method io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$PrivateMethod#find(long) is private.

						Action:

						Give it another visibility: a proxy of the bean could not pass the call on.""");
	}

	@Test
	void explainsARequestThatIsNotInjected(CapturedOutput output) {
		assertThat(failure(output, WebApplicationType.NONE, new Class<?>[] { WantsRequest.class },
				"--jsonrpc.server.middleware.request-injection=false"))
			.isEqualTo(
					"""
							Description:

							Parameter 1 of the method io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$WantsRequest#find(JsonRpcRequest), 'request', has a type that JSON can't be read as: io.github.springjsonrpc.protocol.JsonRpcRequest.

							Action:

							Choose a type that Jackson can read, or provide an RpcArgumentResolver bean that supplies it.""");
	}

	@Test
	void explainsAReservedName(CapturedOutput output) {
		assertThat(failure(output, ReservedName.class)).isEqualTo(
				"""
						Description:

						The JSON-RPC method 'rpc.find' of io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$ReservedName#find(long) (bean 'failureAnalysisTests.ReservedName') has a reserved name.

						Action:

						Choose a name that is not empty and does not begin with 'rpc.'.""");
	}

	@Test
	void explainsAParameterThatCanNotBeBound(CapturedOutput output) {
		assertThat(failure(output, OptionalPrimitive.class)).isEqualTo(
				"""
						Description:

						Parameter 1 of the method io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$OptionalPrimitive#find(long) is optional but can't be null.

						Action:

						Give it a default value, or make it an Optional or its wrapper type.""");
	}

	@Test
	void explainsAParameterThatCanNotComeFromJson(CapturedOutput output) {
		assertThat(failure(output, UnreadableParameter.class)).isEqualTo(
				"""
						Description:

						Parameter 2 of the method io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$UnreadableParameter#upload(String, InputStream), 'content', has a type that JSON can't be read as: java.io.InputStream.

						Action:

						Choose a type that Jackson can read, or provide an RpcArgumentResolver bean that supplies it.""");
	}

	@Test
	void explainsAMissingCompilerFlag(CapturedOutput output) {
		assertThat(failure(output, WithoutParameterNames.load(Users.class))).isEqualTo(
				"""
						Description:

						Parameter 1 of the method io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$Users#find(long) has no name, as its class was compiled without the '-parameters' flag.

						Action:

						Compile with '-parameters', as the Maven parent and the Gradle plugin of Spring Boot do, or name the parameter with @RpcParam.""");
	}

	@Test
	void namesTheServersInPlaceOfAnUnknownOne(CapturedOutput output) {
		assertThat(failure(output, UnknownServer.class)).isEqualTo(
				"""
						Description:

						The JSON-RPC method 'find' of io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$UnknownServer#find(long) (bean 'failureAnalysisTests.UnknownServer') names the server 'amdin', which does not exist.

						Action:

						Configure 'jsonrpc.servers.amdin.path', or name one of [default].""");
	}

	@Test
	void namesTheServersInPlaceOfAnUnknownQualifier(CapturedOutput output) {
		assertThat(failure(output, QualifiedMiddleware.class)).isEqualTo("""
				Description:

				The RpcMiddleware bean 'auth' is for the server 'amdin', which does not exist.

				Action:

				Let its @Qualifier name one of [default], or configure 'jsonrpc.servers.amdin.path'.""");
	}

	@Test
	void explainsTwoServersOfOneName(CapturedOutput output) {
		assertThat(failure(output, SecondServer.class)).isEqualTo("""
				Description:

				Two JSON-RPC servers have the name 'default'.

				Action:

				Give each JsonRpcServer bean a name of its own.""");
	}

	@Test
	void explainsTwoServersOnOnePath(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.servers.admin.path=/rpc")).isEqualTo("""
				Description:

				The servers 'default' and 'admin' have the same path '/rpc'.

				Action:

				Set 'jsonrpc.servers.admin.path' to a path of its own.""");
	}

	@Test
	void explainsAServerWithoutPath(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.servers.admin.timeout=5s")).isEqualTo("""
				Description:

				The server 'admin' has no path of its own, and '/rpc' is that of the server 'default'.

				Action:

				Set 'jsonrpc.servers.admin.path', or set it to nothing and mount the endpoint by yourself.""");
	}

	@Test
	void explainsAPathWithoutSlash(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.server.path=rpc")).isEqualTo(
				"""
						Description:

						Invalid value 'rpc' for configuration property 'jsonrpc.server.path' (originating from '"jsonrpc.server.path" from property source "commandLineArgs"'). Validation failed for the following reason:

						It must begin with a slash.

						Action:

						Review the value of the property with the provided reason.""");
	}

	@Test
	void explainsAValueOfTheWrongType(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.server.null-id=maybe")).isEqualTo(
				"""
						Description:

						Failed to bind properties under 'jsonrpc.server.null-id' to io.github.springjsonrpc.server.NullIdPolicy:

						    Property: jsonrpc.server.null-id
						    Value: "maybe"
						    Origin: "jsonrpc.server.null-id" from property source "commandLineArgs"
						    Reason: failed to convert java.lang.String to io.github.springjsonrpc.server.NullIdPolicy (caused by java.lang.IllegalArgumentException: No enum constant io.github.springjsonrpc.server.NullIdPolicy.maybe)

						Action:

						Update your application's configuration. The following values are valid:

						    ANSWER
						    NOTIFICATION
						    REJECT""");
	}

	@Test
	void explainsAPropertyThatHoldsForAllServers(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.servers.admin.worker.max-threads=8")).isEqualTo(
				"""
						Description:

						Invalid value '8' for configuration property 'jsonrpc.servers.admin.worker.max-threads' (originating from '"jsonrpc.servers.admin.worker.max-threads" from property source "commandLineArgs"'). Validation failed for the following reason:

						A single server has no such property. What holds for all servers is set under 'jsonrpc.server'.

						Action:

						Review the value of the property with the provided reason.""");
	}

	@Test
	void explainsPropertiesOfTheDefaultServerInTheWrongPlace(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.servers.default.path=/all")).isEqualTo("""
				Description:

				The properties 'jsonrpc.servers.default.*' name the default server.

				Action:

				Set them as 'jsonrpc.server.*'.""");
	}

	@Test
	void explainsASizeThatIsTooLarge(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.max-message-size=3GB")).isEqualTo(
				"""
						Description:

						Invalid value '3GB' for configuration property 'jsonrpc.max-message-size' (originating from '"jsonrpc.max-message-size" from property source "commandLineArgs"'). Validation failed for the following reason:

						It must be positive and less than 2 GB.

						Action:

						Review the value of the property with the provided reason.""");
	}

	@Test
	void explainsThatThereIsNoJsonLibrary(CapturedOutput output) {
		assertThat(failure(output, "--spring.autoconfigure.exclude=" + JacksonAutoConfiguration.class.getName()))
			.isEqualTo(
					"""
							Description:

							JSON-RPC has nothing to read and write JSON with: there is neither a JsonMapper bean of Jackson 3 nor an ObjectMapper bean of Jackson 2.

							Action:

							Add the dependency 'org.springframework.boot:spring-boot-starter-jackson', or define a JsonRpcCodec bean.""");
	}

	@Test
	void explainsThatTheChosenJsonLibraryIsAbsent(CapturedOutput output) {
		assertThat(failure(output, "--jsonrpc.json.mapper=jackson2")).isEqualTo(
				"""
						Description:

						JSON-RPC has nothing to read and write JSON with: there is no ObjectMapper bean of Jackson 2, which 'jsonrpc.json.mapper' asks for.

						Action:

						Add the dependency 'org.springframework.boot:spring-boot-jackson2', or define such a bean.""");
	}

	@Test
	void explainsAnInterfaceThatCallsOneMethodTwice(CapturedOutput output) {
		assertThat(failure(output, AmbiguousClients.class)).isEqualTo(
				"""
						Description:

						The overloads io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$AmbiguousClient#find(long) and io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$AmbiguousClient#find(String) both call the JSON-RPC method 'find'.

						Action:

						Give one of them another name with @RpcMethod, or make it a default method.""");
	}

	@Test
	void explainsAClientThatDoesNotExist(CapturedOutput output) {
		assertThat(failure(output, UnknownClients.class)).isEqualTo(
				"""
						Description:

						The JSON-RPC client 'usres' of io.github.springjsonrpc.autoconfigure.FailureAnalysisTests$UnknownClient does not exist.

						Action:

						Configure 'jsonrpc.clients.usres.url', or define a JsonRpcClient bean with this name.""");
	}

	private static String failure(CapturedOutput output, Class<?>... beans) {
		return failure(output, WebApplicationType.NONE, beans);
	}

	private static String failure(CapturedOutput output, String property) {
		return failure(output, WebApplicationType.REACTIVE, new Class<?>[0], property, "--server.port=0");
	}

	private static String failure(CapturedOutput output, WebApplicationType type, Class<?>[] beans,
			String... properties) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class).sources(beans)
			.web(type)
			.bannerMode(Banner.Mode.OFF);
		assertThatException().isThrownBy(() -> application.run(properties));
		String printed = output.toString();
		return printed.substring(printed.indexOf("Description:")).strip();
	}

	@WebApplication
	static class Application {

	}

	static class Heads {

		@RpcSubscription(namespace = "eth")
		Flux<String> newHeads() {
			return Flux.empty();
		}

	}

	interface AmbiguousClient {

		String find(long id);

		String find(String name);

	}

	@ImportAutoConfiguration(JsonRpcClientProxyAutoConfiguration.class)
	@ImportRpcClients(client = "any", types = AmbiguousClient.class)
	static class AmbiguousClients {

		@Bean
		JsonRpcClient any(JsonRpcCodec codec) {
			return JsonRpcClient
				.builder(WebSocketTransport.builder(URI.create("ws://localhost/rpc"), codec).build(), codec)
				.build();
		}

	}

	static class OtherHeads {

		@RpcSubscription(namespace = "eth")
		Flux<String> newHeads() {
			return Flux.empty();
		}

	}

	@RpcClient("usres")
	interface UnknownClient {

		String find(long id);

	}

	@ImportAutoConfiguration(JsonRpcClientProxyAutoConfiguration.class)
	@ImportRpcClients(UnknownClient.class)
	static class UnknownClients {

	}

	static class Users {

		@RpcMethod
		String find(long id) {
			return "";
		}

	}

	static class OtherUsers {

		@RpcMethod("find")
		String search(String name) {
			return "";
		}

	}

	static class Overloads {

		@RpcMethod
		String find(long id) {
			return "";
		}

		@RpcMethod
		String find(String id) {
			return "";
		}

	}

	static class PrivateMethod {

		@RpcMethod
		private String find(long id) {
			return "";
		}

	}

	static class UnreadableParameter {

		@RpcMethod
		void upload(String name, InputStream content) {
		}

	}

	static class OptionalPrimitive {

		@RpcMethod
		String find(@RpcParam(required = false) long id) {
			return "";
		}

	}

	@RpcService(server = "amdin")
	static class UnknownServer {

		@RpcMethod
		String find(long id) {
			return "";
		}

	}

	static class WantsRequest {

		@RpcMethod
		String find(JsonRpcRequest request) {
			return "";
		}

	}

	static class ReservedName {

		@RpcMethod("rpc.find")
		String find(long id) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondServer {

		@Bean(defaultCandidate = false)
		JsonRpcServer second(JsonRpcCodec codec) {
			return JsonRpcServer.builder(codec).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedMiddleware {

		@Bean
		@Qualifier("amdin")
		RpcMiddleware auth() {
			return (request, chain) -> chain.next(request);
		}

	}

}
