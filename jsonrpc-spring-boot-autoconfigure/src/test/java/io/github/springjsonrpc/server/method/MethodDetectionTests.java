package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where annotated methods may stand. Seed rows S11, S12, S15 and S28.
 */
class MethodDetectionTests {

	@Test
	void findsMethodsOfEveryVisibilityButPrivate() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("open")).isEqualTo("\"open\"");
			assertThat(rpc.result("guarded")).isEqualTo("\"guarded\"");
			assertThat(rpc.result("local")).isEqualTo("\"local\"");
			assertThat(rpc.result("fixed", "[2]")).isEqualTo("4");
		}, Visibilities.class);
	}

	@Test
	void refusesPrivateMethods() {
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> Calls.of(new PrivateMethod()))
			.withMessageContaining("PrivateMethod#hidden() is private");
	}

	@Test
	void findsMethodsDeclaredByInterfaces() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("greet", "{\"who\": \"you\"}")).isEqualTo("\"Hello you\"");
			assertThat(rpc.result("byDefault")).isEqualTo("\"the interface's\"");
			assertThat(rpc.result("overridden")).isEqualTo("\"the class's\"");
		}, Greeter.class);
	}

	@Test
	void findsMethodsDeclaredByInterfacesOfInterfacesOfSuperclasses() {
		TestApplications.run((rpc) -> assertThat(rpc.result("farAway", "[1]")).isEqualTo("2"), FarAwaySubclass.class);
	}

	@Test
	void resolvesTypesOfGenericSuperclassFromClassOfBean() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("add", "[{\"title\": \"Dune\"}]")).isEqualTo("[{\"title\":\"Dune\"}]");
			assertThat(rpc.result("addAll", "[[{\"title\": \"Emma\"}]]"))
				.isEqualTo("[{\"title\":\"Dune\"},{\"title\":\"Emma\"}]");
			assertThat(rpc.violations("add", "[7]")).containsExactly("entity: is not valid");
		}, Books.class);
	}

	@Test
	void registersMethodThatOverridesGenericOneOnce() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("find", "[7]")).isEqualTo("{\"title\":\"7\"}");
			assertThat(rpc.violations("find", "[\"7\"]")).containsExactly("id: must be an integer of 64 bits");
			assertThat(rpc.server().methods().all()).extracting("name").containsExactly("add", "addAll", "find");
		}, Books.class);
	}

	@Test
	void findsMethodsThatPublicClassHasFromPackagePrivateOne() {
		// javac gives such a class bridge methods
		TestApplications.run((rpc) -> assertThat(rpc.result("join", "[[\"a\", \"b\"]]")).isEqualTo("\"ab\""),
				PublicSubclass.class);
	}

	@Test
	void findsMethodsOfObjectsThatConfigurationDeclares() {
		TestApplications.run((rpc) -> {
			assertThat(rpc.result("byInterface")).isEqualTo("\"declared as Runnable\"");
			assertThat(rpc.result("ofConfiguration")).isEqualTo("\"configuration\"");
		}, DeclaredBeans.class);
	}

	@Test
	void findsMethodsOfWhatFactoriesMake() {
		TestApplications.runner().withUserConfiguration(ProductFactory.class).run((context) -> {
			ProductFactory factory = context.getBean(ProductFactory.class);
			assertThat(factory.made).as("made by detection").isZero();
			Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
			assertThat(rpc.result("ofProduct")).isEqualTo("\"product 1\"");
			assertThat(rpc.result("ofProduct")).isEqualTo("\"product 1\"");
		});
	}

	@Test
	void passesOverBeansWhoseClassCanNotBeLoaded() throws Exception {
		Class<?> type = new HidingClassLoader((name) -> name.equals(Missing.class.getName()),
				(name) -> name.equals(NeedsMissing.class.getName()))
			.loadClass(NeedsMissing.class.getName());
		RootBeanDefinition lazyBean = new RootBeanDefinition(type);
		lazyBean.setLazyInit(true);
		TestApplications.runner()
			.withUserConfiguration(Visibilities.class)
			.withInitializer(
					(context) -> ((BeanDefinitionRegistry) context).registerBeanDefinition("needsMissing", lazyBean))
			.run((context) -> {
				assertThat(context.containsBean("needsMissing")).isTrue();
				assertThat(new Calls(context.getBean(JsonRpcServer.class)).result("open")).isEqualTo("\"open\"");
			});
	}

	@Test
	void registersNothingOfPlainBeans() {
		TestApplications.run((rpc) -> assertThat(rpc.server().methods().all()).isEmpty(), Object.class);
	}

	interface FarAway {

		@RpcMethod
		int farAway(int number);

	}

	interface Nearer extends FarAway {

	}

	static class FarAwayClass implements Nearer {

		@Override
		public int farAway(int number) {
			return number + 1;
		}

	}

	static class FarAwaySubclass extends FarAwayClass {

	}

	static class Visibilities {

		@RpcMethod
		public String open() {
			return "open";
		}

		@RpcMethod
		protected String guarded() {
			return "guarded";
		}

		@RpcMethod
		String local() {
			return "local";
		}

		@RpcMethod
		static int fixed(int number) {
			return 2 * number;
		}

	}

	static class PrivateMethod {

		@RpcMethod
		private String hidden() {
			return "";
		}

	}

	interface Greetings {

		@RpcMethod
		String greet(@RpcParam("who") String name);

		@RpcMethod
		default String byDefault() {
			return "the interface's";
		}

		@RpcMethod
		default String overridden() {
			return "the interface's";
		}

	}

	static class Greeter implements Greetings {

		@Override
		public String greet(String name) {
			return "Hello " + name;
		}

		@Override
		public String overridden() {
			return "the class's";
		}

	}

	record Book(String title) {

	}

	abstract static class Repository<T, K> {

		private final List<T> entities = new ArrayList<>();

		@RpcMethod
		List<T> add(T entity) {
			this.entities.add(entity);
			return this.entities;
		}

		@RpcMethod
		List<T> addAll(List<T> more) {
			this.entities.addAll(more);
			return this.entities;
		}

		@RpcMethod
		abstract T find(K id);

	}

	static class Books extends Repository<Book, Long> {

		@Override
		Book find(Long id) {
			return new Book(id.toString());
		}

	}

	static class PackagePrivateBase {

		@RpcMethod
		public String join(List<String> parts) {
			return String.join("", parts);
		}

	}

	public static class PublicSubclass extends PackagePrivateBase {

	}

	@Configuration
	static class DeclaredBeans {

		@Bean
		Runnable declaredByInterface() {
			return new RunnableMethods();
		}

		@RpcMethod
		String ofConfiguration() {
			return "configuration";
		}

	}

	static class RunnableMethods implements Runnable {

		@Override
		public void run() {
		}

		@RpcMethod
		String byInterface() {
			return "declared as Runnable";
		}

	}

	static class ProductFactory implements FactoryBean<Product> {

		private int made;

		@Override
		public Product getObject() {
			return new Product(++this.made);
		}

		@Override
		public Class<?> getObjectType() {
			return Product.class;
		}

	}

	static class Product {

		private final int number;

		Product(int number) {
			this.number = number;
		}

		@RpcMethod
		String ofProduct() {
			return "product " + this.number;
		}

	}

	static class Missing {

	}

	static class NeedsMissing {

		@RpcMethod
		Missing unreachable() {
			return new Missing();
		}

	}

}
