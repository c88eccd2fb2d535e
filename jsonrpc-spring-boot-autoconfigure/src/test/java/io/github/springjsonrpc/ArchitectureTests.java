package io.github.springjsonrpc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests which package may know what.
 */
class ArchitectureTests {

	private static final String BASE = ProjectClasses.BASE;

	private static final JavaClasses CLASSES = ProjectClasses.ALL;

	private static final String AUTO_CONFIGURATION = "autoconfigure";

	/** What each package may import of the others, also of those that are yet to come. */
	private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(imports("protocol"),
			imports("annotation", "protocol"), imports("codec", "protocol"), imports("middleware", "protocol"),
			imports("server", "middleware", "codec", "protocol"),
			imports("server.method", "server", "annotation", "connection", "codec", "protocol"),
			imports("server.webflux", "server", "server.method", "connection", "middleware", "codec", "protocol"),
			imports("connection", "codec", "protocol"),
			imports("client", "connection", "middleware", "codec", "protocol"),
			imports("client.proxy", "client", "annotation", "protocol"), imports("peer", "server", "server.method",
					"client", "client.proxy", "connection", "middleware", "annotation", "codec", "protocol"));

	private static Map.Entry<String, Set<String>> imports(String name, String... imported) {
		return Map.entry(name, Set.of(imported));
	}

	static Stream<String> packages() {
		return IMPORTS.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("packages")
	void importsOnlyWhatItsRowNames(String name) {
		Set<String> allowed = new TreeSet<>(IMPORTS.get(name));
		allowed.add(name);
		classes().that(resideInAPackage(BASE + "." + name))
			.should()
			.onlyDependOnClassesThat(not(resideInAPackage(BASE + ".."))
				.or(resideInAnyPackage(allowed.stream().map((other) -> BASE + "." + other).toArray(String[]::new))))
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void hasNoPackageThatIsNotInTheTable() {
		assertThat(packagesWithClasses()).extracting(ArchitectureTests::relativeName)
			.allMatch((name) -> IMPORTS.containsKey(name) || name.equals(AUTO_CONFIGURATION)
					|| name.startsWith(AUTO_CONFIGURATION + "."));
	}

	@Test
	void hasNoCycles() {
		slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void knowsBootAndReadsPropertiesInAutoConfigurationOnly() {
		noClasses()
			.that(resideInAPackage(BASE + "..").and(not(resideInAPackage(BASE + "." + AUTO_CONFIGURATION + ".."))))
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework.boot..").or(equivalentTo(Value.class)))
			.check(CLASSES);
	}

	@Test
	void knowsTheEnvironmentInAutoConfigurationAndToScanOnly() {
		noClasses()
			.that(resideInAPackage(BASE + "..").and(not(resideInAPackage(BASE + "." + AUTO_CONFIGURATION + "..")))
				.and(not(assignableTo(ImportBeanDefinitionRegistrar.class)))
				.and(not(assignableTo(ClassPathScanningCandidateComponentProvider.class))))
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework.core.env.."))
			.check(CLASSES);
	}

	@Test
	void knowsJacksonInTheCodecAndItsWiringOnly() {
		noClasses().that(not(resideInAPackage(BASE + ".codec")).and(not(simpleNameEndingWith("CodecConfiguration"))))
			.should()
			.dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson.."))
			.check(CLASSES);
	}

	@Test
	void knowsNothingButJavaInTheProtocol() {
		classes().that(resideInAPackage(BASE + ".protocol"))
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage(BASE + ".protocol", "java..", "org.jspecify.annotations"))
			.check(CLASSES);
	}

	@Test
	void knowsNoTransportInTheServer() {
		noClasses().that(resideInAnyPackage(BASE + ".server", BASE + ".server.method", BASE + ".middleware"))
			.should()
			.dependOnClassesThat(resideInAnyPackage("org.springframework.web..", "org.springframework.http..",
					"reactor.netty..", "io.netty..", "jakarta.servlet.."))
			.check(CLASSES);
	}

	@Test
	void writesToNoStandardStream() {
		NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
	}

	@Test
	void saysOfEveryPackageWhatMayBeNull() {
		assertThat(packagesWithClasses()).isNotEmpty()
			.allSatisfy(
					(javaPackage) -> assertThat(javaPackage.isAnnotatedWith(NullMarked.class)).as(javaPackage.getName())
						.isTrue());
	}

	private static List<JavaPackage> packagesWithClasses() {
		return CLASSES.stream().map(JavaClass::getPackage).distinct().toList();
	}

	private static String relativeName(JavaPackage javaPackage) {
		return javaPackage.getName().replaceFirst("^" + BASE + "\\.?", "");
	}

}
