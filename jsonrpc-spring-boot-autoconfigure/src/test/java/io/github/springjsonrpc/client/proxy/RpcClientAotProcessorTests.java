package io.github.springjsonrpc.client.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.protocol.JsonRpcError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clients of an application that has been processed ahead of time.
 */
public class RpcClientAotProcessorTests {

	private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

	private final DefaultGenerationContext generation = new DefaultGenerationContext(
			new ClassNameGenerator(ClassName.get(Application.class)), this.files);

	private String process() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Application.class);
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, this.generation);
		this.generation.writeGeneratedContent();
		return initializer.reflectionName();
	}

	@Test
	@SuppressWarnings("unchecked")
	void makesProxiesFromGeneratedCode(@TempDir Path directory) throws Exception {
		String initializer = process();
		compile(directory);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				getClass().getClassLoader()); GenericApplicationContext context = new GenericApplicationContext()) {
			((ApplicationContextInitializer<GenericApplicationContext>) loader.loadClass(initializer)
				.getConstructor()
				.newInstance()).initialize(context);
			context.refresh();
			assertThatExceptionOfType(NoSuchUser.class)
				.isThrownBy(() -> context.getBean(UserClient.class).find(7).block());
			assertThat(context.getBean(Shop.class).orders().name()).isNull();
		}
	}

	private void compile(Path directory) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", directory.toString(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		for (Map.Entry<String, InputStreamSource> file : this.files.getGeneratedFiles(Kind.SOURCE).entrySet()) {
			Path source = directory.resolve(file.getKey());
			Files.createDirectories(source.getParent());
			try (InputStream code = file.getValue().getInputStream()) {
				Files.copy(code, source);
			}
			arguments.add(source.toString());
		}
		ByteArrayOutputStream problems = new ByteArrayOutputStream();
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, problems, arguments.toArray(String[]::new)))
			.as(problems::toString)
			.isZero();
	}

	@Test
	void hintsAtProxiesTypesAndExceptions() {
		process();
		RuntimeHints hints = this.generation.getRuntimeHints();
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(UserClient.class, RpcClient.Proxy.class))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Orders.class, RpcClient.Proxy.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(UserClient.class, "find")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(User.class, "name")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(NoSuchUser.class)).accepts(hints);
	}

	public record User(String name) {

	}

	@RpcError(code = 404)
	public static class NoSuchUser extends RuntimeException {

		private static final long serialVersionUID = 1L;

		public NoSuchUser(String message) {
			super(message);
		}

	}

	@RpcClient("failing")
	public interface UserClient {

		Mono<User> find(long id) throws NoSuchUser;

	}

	public interface Orders {

		@Nullable String name();

	}

	public record Shop(@Qualifier("silent") Orders orders) {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(UserClient.class)
	@ImportRpcClients(client = "silent", types = Orders.class)
	@ImportRpcClients(client = "failing", types = Orders.class)
	public static class Application {

		@Bean
		public JsonRpcClient failing() {
			return Recorder.answering(new JsonRpcError(404, "No such user", null)).client();
		}

		@Bean
		public JsonRpcClient silent() {
			return Recorder.answering(null).client();
		}

		@Bean(RpcProxyFactory.BEAN_NAME)
		public RpcProxyFactory proxies(JsonRpcClient failing, JsonRpcClient silent) {
			return new RpcProxyFactory((name) -> name.equals("silent") ? silent : failing, (value) -> value);
		}

		@Bean
		public Shop shop(@Qualifier("silent") Orders orders) {
			return new Shop(orders);
		}

	}

}
