package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import io.github.springjsonrpc.server.method.RpcMethodDetector;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonRpcServerAutoConfiguration}.
 */
class JsonRpcServerAutoConfigurationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(JacksonAutoConfiguration.class, JsonRpcCodecAutoConfiguration.class, JsonRpcMethodAutoConfiguration.class,
				JsonRpcMiddlewareAutoConfiguration.class, JsonRpcServerAutoConfiguration.class));

	private final ApplicationContextRunner withAdmin = this.runner
		.withPropertyValues("jsonrpc.servers.admin.path=/admin");

	@Test
	void offersTheMethodsOfBeans() {
		this.runner.withUserConfiguration(Methods.class)
			.run((context) -> assertThat(context.getBean(JsonRpcServer.class).methods().all())
				.extracting(JsonRpcMethod::name)
				.containsExactly("greet", "ping"));
	}

	@Test
	void offersNothingIfToldNotTo() {
		this.withAdmin.withUserConfiguration(Methods.class)
			.withPropertyValues("jsonrpc.server.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(JsonRpcServer.class)
				.doesNotHaveBean(RpcMethodDetector.class));
	}

	@Test
	void startsWithoutAWebFramework() {
		this.runner.withUserConfiguration(Methods.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.web", "org.springframework.http"))
			.run((context) -> assertThat(call(context.getBean(JsonRpcServer.class), "greet")).isEqualTo("hello"));
	}

	@Test
	void startsWithoutContextPropagationAndKotlin() {
		this.runner.withUserConfiguration(Methods.class)
			.withClassLoader(new FilteredClassLoader("io.micrometer", "kotlin", "kotlinx"))
			.run((context) -> assertThat(call(context.getBean(JsonRpcServer.class), "greet")).isEqualTo("hello"));
	}

	@Test
	void registersMethodsAlsoIfBeansAreLazy() {
		this.withAdmin.withUserConfiguration(Methods.class, AdminMethods.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				ConfigurableListableBeanFactory beans = context.getSourceApplicationContext().getBeanFactory();
				assertThat(beans.containsSingleton("greeter")).isFalse();
				assertThat(call(context.getBean(JsonRpcServer.class), "greet")).isEqualTo("hello");
				assertThat(call(server(context, "admin"), "greet")).isEqualTo("hello admin");
			});
	}

	@Test
	void backsOffForTheServerOfTheApplication() {
		this.runner.withUserConfiguration(Methods.class, OwnServer.class).run((context) -> {
			assertThat(context).hasSingleBean(JsonRpcServer.class).hasBean("ownServer");
			assertThat(call(context.getBean(JsonRpcServer.class), "greet")).isEqualTo("hello");
		});
	}

	@Test
	void keepsItsServerBesideFurtherOnesOfTheApplication() {
		this.runner.withUserConfiguration(Methods.class, FurtherServer.class, FurtherMethods.class).run((context) -> {
			assertThat(call(context.getBean(JsonRpcServer.class), "greet")).isEqualTo("hello");
			assertThat(call(context.getBean("further", JsonRpcServer.class), "greet")).isEqualTo("hello further");
		});
	}

	@Test
	void backsOffForTheDetectorOfTheApplication() {
		this.runner.withUserConfiguration(Methods.class, OwnDetector.class)
			.run((context) -> assertThat(context.getBean(JsonRpcServer.class).methods().all()).isEmpty());
	}

	@Test
	void hasAServerForEachName() {
		this.withAdmin.withUserConfiguration(Methods.class, AdminMethods.class, Injected.class).run((context) -> {
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.server.name()).isEqualTo("default");
			assertThat(injected.admin).isSameAs(context.getBean("adminJsonRpcServer"));
			assertThat(call(injected.server, "greet")).isEqualTo("hello");
			assertThat(call(injected.admin, "greet")).isEqualTo("hello admin");
		});
	}

	@Test
	void givesWayToTheServerOfTheApplicationAlsoIfThereAreNamedOnes() {
		this.withAdmin.withUserConfiguration(OwnServer.class, Injected.class).run((context) -> {
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.server).isSameAs(context.getBean("ownServer"));
			assertThat(injected.admin.name()).isEqualTo("admin");
		});
	}

	@Test
	void backsOffForANamedServerOfTheApplication() {
		this.withAdmin.withUserConfiguration(Methods.class, OwnAdminServer.class)
			.run((context) -> assertThat(server(context, "admin").maxBatchSize()).isEqualTo(3));
	}

	@Test
	void configuresServersAsPropertiesSay() {
		this.withAdmin
			.withPropertyValues("jsonrpc.server.batch.max-size=7", "jsonrpc.servers.admin.batch.max-size=9",
					"jsonrpc.servers.admin.introspection=true")
			.run((context) -> {
				assertThat(context.getBean(JsonRpcServer.class).maxBatchSize()).isEqualTo(7);
				assertThat(context.getBean(JsonRpcServer.class).methods().all()).isEmpty();
				assertThat(server(context, "admin").maxBatchSize()).isEqualTo(9);
				assertThat(server(context, "admin").methods().all()).extracting(JsonRpcMethod::name)
					.containsExactly("rpc.methods");
			});
	}

	@Test
	void customizesServersInOrderAndByName() {
		this.withAdmin.withUserConfiguration(Customizers.class).run((context) -> {
			assertThat(context.getBean(JsonRpcServer.class).maxBatchSize()).isEqualTo(2);
			assertThat(server(context, "admin").maxBatchSize()).isEqualTo(1);
		});
	}

	@Test
	void givesMiddlewareWithAQualifierToItsServerOnly() {
		this.withAdmin.withUserConfiguration(QualifiedMiddleware.class).run((context) -> {
			ServerBeans beans = context.getBean(ServerBeans.class);
			assertThat(beans.all(RpcMiddleware.class, "admin")).contains(middleware(context, "forAdmin"),
					middleware(context, "forAll"));
			assertThat(beans.all(RpcMiddleware.class, "default")).contains(middleware(context, "forAll"))
				.doesNotContain(middleware(context, "forAdmin"));
		});
	}

	@Test
	void usesMiddlewareOfEveryScope() {
		this.runner.withUserConfiguration(PrototypeMiddleware.class)
			.run((context) -> assertThat(context.getBean(ServerBeans.class).all(RpcMiddleware.class, "default"))
				.hasSize(2));
	}

	@Test
	void leavesMiddlewareToTheApplicationThatIsNoCandidate() {
		this.runner.withUserConfiguration(NoCandidate.class)
			.run((context) -> assertThat(context.getBean(ServerBeans.class).all(RpcMiddleware.class, "default"))
				.doesNotContain(middleware(context, "notForUs")));
	}

	@Test
	void prefersTheOneBeanWithTheNameOfTheServer() {
		this.withAdmin.withUserConfiguration(QualifiedMiddleware.class, Marks.class).run((context) -> {
			ServerBeans beans = context.getBean(ServerBeans.class);
			assertThat(beans.one(Mark.class, "admin")).isSameAs(context.getBean("adminMark"));
			assertThat(beans.one(Mark.class, "default")).isSameAs(context.getBean("mark"));
			assertThat(beans.one(Runnable.class, "default")).isNull();
		});
	}

	@Test
	void refusesSeveralBeansWhereThereCanBeOne() {
		this.runner.withBean("first", Mark.class)
			.withBean("second", Mark.class)
			.run((context) -> assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(ServerBeans.class).one(Mark.class, "default"))
				.withMessageContaining("first,second"));
	}

	private static JsonRpcServer server(ApplicationContext context, String name) {
		return context.getBean(name + "JsonRpcServer", JsonRpcServer.class);
	}

	private static RpcMiddleware middleware(ListableBeanFactory beans, String name) {
		return beans.getBean(name, RpcMiddleware.class);
	}

	private static Object call(JsonRpcServer server, String method) {
		JsonRpcResponse response = server.call(JsonRpcRequest.notification(method, JsonRpcParams.none()))
			.block(TIMEOUT);
		assertThat(response).isNotNull();
		return response.result();
	}

	@Configuration(proxyBeanMethods = false)
	static class Methods {

		@Bean
		Greeter greeter() {
			return new Greeter();
		}

		@Bean
		JsonRpcMethod ping() {
			return RpcFunction.named("ping").call(() -> "pong");
		}

	}

	static class Greeter {

		@RpcMethod
		String greet() {
			return "hello";
		}

	}

	@RpcService(server = "admin")
	static class AdminMethods {

		@RpcMethod
		String greet() {
			return "hello admin";
		}

	}

	@RpcService(server = "further")
	static class FurtherMethods {

		@RpcMethod
		String greet() {
			return "hello further";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnServer {

		@Bean
		JsonRpcServer ownServer(JsonRpcCodec codec) {
			return JsonRpcServer.builder(codec).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAdminServer {

		@Bean(defaultCandidate = false)
		JsonRpcServer adminJsonRpcServer(JsonRpcCodec codec) {
			return JsonRpcServer.builder(codec).name("admin").maxBatchSize(3).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FurtherServer {

		@Bean(defaultCandidate = false)
		JsonRpcServer further(JsonRpcCodec codec) {
			return JsonRpcServer.builder(codec).name("further").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDetector {

		@Bean
		RpcMethodDetector ownDetector(ConfigurableListableBeanFactory beanFactory, RpcMethodFactory factory,
				JsonRpcCodec codec) {
			return new RpcMethodDetector(beanFactory, factory, List.of(JsonRpcServer.builder(codec).build()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		JsonRpcServerCustomizer last() {
			return (name, builder) -> {
				if (name.equals("admin")) {
					builder.maxBatchSize(1);
				}
			};
		}

		@Bean
		@Order(0)
		JsonRpcServerCustomizer first() {
			return (name, builder) -> builder.maxBatchSize(2);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedMiddleware {

		@Bean
		@Qualifier("admin")
		RpcMiddleware forAdmin() {
			return (request, chain) -> chain.next(request);
		}

		@Bean
		RpcMiddleware forAll() {
			return (request, chain) -> chain.next(request);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrototypeMiddleware {

		@Bean
		@Scope("prototype")
		RpcMiddleware prototype() {
			return (request, chain) -> chain.next(request);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoCandidate {

		@Bean(autowireCandidate = false)
		@Qualifier("mine")
		RpcMiddleware notForUs() {
			return (request, chain) -> chain.next(request);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Marks {

		@Bean
		Mark mark() {
			return new Mark();
		}

		@Bean
		@Qualifier("admin")
		Mark adminMark() {
			return new Mark();
		}

	}

	static class Mark {

	}

	static class Injected {

		private final JsonRpcServer server;

		private final JsonRpcServer admin;

		Injected(JsonRpcServer server, @Qualifier("admin") JsonRpcServer admin) {
			this.server = server;
			this.admin = admin;
		}

	}

}
