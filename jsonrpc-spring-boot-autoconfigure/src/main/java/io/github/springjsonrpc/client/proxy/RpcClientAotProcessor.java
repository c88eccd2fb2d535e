package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;

import io.github.springjsonrpc.annotation.RpcError;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Tells native images of the proxies, of the types that they send and get, and of the
 * exceptions that they throw.
 */
final class RpcClientAotProcessor implements BeanRegistrationAotProcessor {

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		if (!RpcProxyFactory.BEAN_NAME.equals(bean.getMergedBeanDefinition().getFactoryBeanName())) {
			return null;
		}
		Class<?> type = bean.getBeanClass();
		return (context, code) -> register(type, context.getRuntimeHints());
	}

	private void register(Class<?> type, RuntimeHints hints) {
		ReflectionHints reflection = hints.reflection();
		hints.proxies().registerJdkProxy(RpcProxyFactory.interfaces(type));
		reflection.registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
		for (Method method : type.getMethods()) {
			this.binding.registerReflectionHints(reflection, method.getGenericParameterTypes());
			this.binding.registerReflectionHints(reflection, new Type[] { method.getGenericReturnType() });
			Arrays.stream(method.getExceptionTypes())
				.filter((exception) -> AnnotatedElementUtils.hasAnnotation(exception, RpcError.class))
				.forEach(
						(exception) -> reflection.registerType(exception, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		}
	}

}
