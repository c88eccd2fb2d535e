package io.github.springjsonrpc.server.webflux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.CollectionUtils;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.SimpleHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * A {@link DispatcherHandler} with a shorter way for JSON-RPC calls. Of a dozen operators
 * it takes to ask all mappings and all adapters, and which are a tenth of what a call
 * costs, they need none if the first mapping is a {@link JsonRpcHandlerMapping}, has
 * nothing else to do than to look up the handler, and no adapter but Spring's own for a
 * {@link WebHandler} takes that. All other requests, and all calls where it is not so, go
 * the usual way.
 */
public final class JsonRpcDispatcherHandler extends DispatcherHandler {

	private @Nullable JsonRpcHandlerMapping first;

	@Override
	protected void initStrategies(ApplicationContext context) {
		super.initStrategies(context);
		HandlerMapping mapping = CollectionUtils.firstElement(getHandlerMappings());
		this.first = (mapping instanceof JsonRpcHandlerMapping own && areAdaptedBySpring(own, context)) ? own : null;
	}

	private static boolean areAdaptedBySpring(JsonRpcHandlerMapping mapping, ApplicationContext context) {
		List<HandlerAdapter> adapters = new ArrayList<>(
				BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false).values());
		AnnotationAwareOrderComparator.sort(adapters);
		return mapping.getHandlerMap().values().stream().allMatch((handler) -> {
			for (HandlerAdapter adapter : adapters) {
				if (adapter.supports(handler)) {
					return adapter.getClass() == SimpleHandlerAdapter.class;
				}
			}
			return false;
		});
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		WebHandler handler = (this.first != null) ? this.first.handlerOfCall(exchange) : null;
		return (handler != null) ? handler.handle(exchange) : super.handle(exchange);
	}

}
