package io.github.springjsonrpc.client.proxy;

import java.util.function.Consumer;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientProxyAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.proxy.imported.OtherProfileClient;
import io.github.springjsonrpc.client.proxy.imported.ScannedClient;
import io.github.springjsonrpc.client.proxy.imported.ScanningConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans that {@link ImportRpcClients} makes.
 */
class ImportRpcClientsTests {

	private final Recorder users = Recorder.answering(null);

	private final Recorder others = Recorder.answering(null);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JsonRpcClientProxyAutoConfiguration.class))
		.withBean("users", JsonRpcClient.class, this.users::client)
		.withBean("others", JsonRpcClient.class, this.others::client);

	@Test
	void importsNamedTypes() {
		this.runner.withUserConfiguration(Types.class).run((context) -> {
			assertThat(context.getBeanNamesForType(UserClient.class)).containsExactly(UserClient.class.getName());
			context.getBean(UserClient.class).find(7);
			assertThat(this.users.sent()).isEqualTo("find {'id':7}");
		});
	}

	@Test
	void scansPackageOfAnnotatedClass() {
		this.runner.withUserConfiguration(ScanningConfiguration.class).run((context) -> {
			assertThat(context.getBeansOfType(RpcClient.Proxy.class)).containsOnlyKeys(ScannedClient.class.getName(),
					ScanningConfiguration.class.getName() + "$NestedClient");
			context.getBean(ScannedClient.class).find(7);
			assertThat(this.users.sent()).isEqualTo("find {'id':7}");
		});
	}

	@Test
	void scansWithConditions() {
		this.runner.withUserConfiguration(ScanningConfiguration.class)
			.withPropertyValues("spring.profiles.active=other")
			.run((context) -> assertThat(context).hasSingleBean(OtherProfileClient.class));
	}

	@Test
	void scansNamedPackages() {
		for (Class<?> configuration : new Class<?>[] { Packages.class, PackageClasses.class }) {
			this.runner.withUserConfiguration(configuration)
				.run((context) -> assertThat(context).hasSingleBean(ScannedClient.class)
					.doesNotHaveBean(UserClient.class));
		}
	}

	@Test
	void importsOneInterfaceForSeveralClients() {
		this.runner.withUserConfiguration(Repeated.class).withBean(Both.class).run((context) -> {
			assertThat(context.getBeanNamesForType(Unnamed.class))
				.containsExactlyInAnyOrder("users#" + Unnamed.class.getName(), "others#" + Unnamed.class.getName());
			Both both = context.getBean(Both.class);
			both.others().find(1);
			assertThat(this.users.requests()).isEmpty();
			assertThat(this.others.sent()).isEqualTo("find {'id':1}");
			both.users().find(2);
			assertThat(this.users.sent()).isEqualTo("find {'id':2}");
		});
	}

	@Test
	void resolvesPlaceholders() {
		this.runner.withUserConfiguration(Placeholder.class).withPropertyValues("backend=others").run((context) -> {
			context.getBean(PlaceholderClient.class).find(7);
			assertThat(this.others.sent()).isEqualTo("find {'id':7}");
		});
	}

	@Test
	void failsOnUnknownClient() {
		assertFailure(Placeholder.class, (failure) -> {
			assertThat(failure)
				.hasMessage("The JSON-RPC client 'nobody' of " + PlaceholderClient.class.getName() + " does not exist");
			assertThat(failure.getRemedy())
				.isEqualTo("Configure 'jsonrpc.clients.nobody.url', or define a JsonRpcClient bean with this name.");
		});
	}

	@Test
	void failsOnInterfaceWithoutClient() {
		assertFailure(WithoutClient.class, (failure) -> assertThat(failure)
			.hasMessage("The interface " + Unnamed.class.getName() + " does not say which client to call with"));
	}

	@Test
	void failsOnMethodThatCanNotBeCalled() {
		assertFailure(Impossible.class,
				(failure) -> assertThat(failure).hasMessageContaining("both call the JSON-RPC method 'find'"));
	}

	private void assertFailure(Class<?> configuration, Consumer<InvalidClientException> assertions) {
		this.runner.withUserConfiguration(configuration)
			.withPropertyValues("backend=nobody")
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(InvalidClientException.class, assertions));
	}

	@RpcClient("users")
	interface UserClient {

		void find(long id);

	}

	interface Unnamed {

		void find(long id);

	}

	@RpcClient("${backend}")
	interface PlaceholderClient {

		void find(long id);

	}

	@RpcClient("users")
	interface ImpossibleClient {

		void find(long id);

		void find(String name);

	}

	record Both(@Qualifier("users") Unnamed users, @Qualifier("others") Unnamed others) {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(UserClient.class)
	static class Types {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(basePackages = "io.github.springjsonrpc.client.proxy.imported")
	static class Packages {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(basePackageClasses = ScannedClient.class)
	static class PackageClasses {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(client = "users", types = Unnamed.class)
	@ImportRpcClients(client = "others", types = Unnamed.class)
	static class Repeated {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(PlaceholderClient.class)
	static class Placeholder {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(Unnamed.class)
	static class WithoutClient {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(ImpossibleClient.class)
	static class Impossible {

	}

}
