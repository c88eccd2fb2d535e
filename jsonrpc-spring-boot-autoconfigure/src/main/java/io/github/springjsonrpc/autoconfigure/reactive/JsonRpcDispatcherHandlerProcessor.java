package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.server.webflux.JsonRpcDispatcherHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Lets the application's {@link DispatcherHandler} be one that knows JSON-RPC. One of a
 * class of the application's own stays what it is.
 */
final class JsonRpcDispatcherHandlerProcessor implements InstantiationAwareBeanPostProcessor {

	private final ApplicationContext context;

	JsonRpcDispatcherHandlerProcessor(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
		if (beanClass != DispatcherHandler.class || !beanName.equals(WebHttpHandlerBuilder.WEB_HANDLER_BEAN_NAME)) {
			return null;
		}
		JsonRpcDispatcherHandler handler = new JsonRpcDispatcherHandler();
		handler.setApplicationContext(this.context);
		return handler;
	}

}
