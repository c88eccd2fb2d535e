package io.github.springjsonrpc;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.Configuration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Tests that auto-configurations are written as those of Spring Boot are, by the rules
 * that its own build checks.
 */
class AutoConfigurationStyleTests {

	private static final JavaClasses CLASSES = ProjectClasses.ALL;

	private static final DescribedPredicate<JavaMember> DEFAULT_CONSTRUCTORS = describe("default constructors",
			(member) -> member instanceof JavaConstructor constructor && constructor.getParameters().isEmpty());

	@Test
	void hasPublicFinalAutoConfigurations() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.check(CLASSES);
	}

	@Test
	void hasNothingPublicInAutoConfigurations() {
		members().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.and(not(DEFAULT_CONSTRUCTORS))
			.should()
			.notBePublic()
			.check(CLASSES);
	}

	@Test
	void hasPackagePrivateConfigurationsWithoutProxies() {
		classes().that()
			.areAnnotatedWith(Configuration.class)
			.should()
			.bePackagePrivate()
			.andShould(new ArchCondition<>("not be proxied") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					events.add(new SimpleConditionEvent(type,
							!type.getAnnotationOfType(Configuration.class).proxyBeanMethods(), type.getName()));
				}
			})
			.check(CLASSES);
	}

	@Test
	void hasPackagePrivateBeanMethods() {
		methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void hasBeanMethodsInConfigurationsOnly() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.beDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.orShould()
			.beDeclaredInClassesThat()
			.areAnnotatedWith(Configuration.class)
			.check(CLASSES);
	}

	@Test
	void hasBeansOfTypesThatGeneratedCodeCanSee() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.notHaveRawReturnType(describe("private", modifier(JavaModifier.PRIVATE)::test))
			.check(CLASSES);
	}

	@Test
	void hasStaticMethodsForPostProcessors() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.and()
			.haveRawReturnType(describe("a post-processor",
					(type) -> type.isAssignableTo(BeanPostProcessor.class)
							|| type.isAssignableTo(BeanFactoryPostProcessor.class)))
			.should()
			.beStatic()
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void hasConditionsOnClassesWhereNoMissingClassHarms() {
		methods().should().notBeAnnotatedWith(ConditionalOnClass.class).check(CLASSES);
	}

	@Test
	void hasConditionsOnMissingBeansThatDoNotRepeatTheReturnType() {
		methods().that()
			.areAnnotatedWith(ConditionalOnMissingBean.class)
			.should(new ArchCondition<>("not repeat the return type") {
				@Override
				public void check(JavaMethod method, ConditionEvents events) {
					events.add(new SimpleConditionEvent(method, !repeatsReturnType(method), method.getFullName()));
				}
			})
			.check(CLASSES);
	}

	private static boolean repeatsReturnType(JavaMethod method) {
		JavaAnnotation<JavaMethod> annotation = method.getAnnotationOfType(ConditionalOnMissingBean.class.getName());
		return annotation.get("value").filter((value) -> {
			JavaClass[] types = (JavaClass[]) value;
			return types.length == 1 && types[0].equals(method.getRawReturnType());
		}).isPresent();
	}

	@Test
	void hasNoPublicConditions() {
		classes().that().areAssignableTo(Condition.class).should().notBePublic().allowEmptyShould(true).check(CLASSES);
	}

	@Test
	void scansForNoComponents() {
		noClasses().should().beAnnotatedWith(ComponentScan.class).check(CLASSES);
	}

}
