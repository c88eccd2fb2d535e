package io.github.springjsonrpc.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.springjsonrpc.middleware.LoggingMiddleware;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.MethodDescription;

/**
 * Tells the log the names of a method's parameters. A middleware does not know which
 * server it is called by; if several have a method of the name, a name that is redacted
 * counts before others, so that no secret is logged as something else.
 */
final class LoggedParameterNames implements LoggingMiddleware.ParameterNames {

	private final Supplier<JsonRpcServers> servers;

	private final Set<String> redacted;

	LoggedParameterNames(Supplier<JsonRpcServers> servers, Set<String> redacted) {
		this.servers = servers;
		this.redacted = redacted.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public List<String> of(String method) {
		List<String> names = new ArrayList<>();
		for (JsonRpcServer server : this.servers.get().all()) {
			JsonRpcMethod found = server.methods().find(method);
			if (found != null) {
				merge(names, found.description());
			}
		}
		return names;
	}

	private void merge(List<String> names, MethodDescription description) {
		merge(names, 0, description.parameters());
		if (description.subscription() != null) {
			// behind the kind the parameters are those of the kind
			description.subscription()
				.kinds()
				.values()
				.forEach((kind) -> merge(names, description.parameters().size(), kind.parameters()));
		}
	}

	private void merge(List<String> names, int offset, List<MethodDescription.Parameter> parameters) {
		for (int i = offset; i < offset + parameters.size(); i++) {
			String name = parameters.get(i - offset).name();
			if (i == names.size()) {
				names.add(name);
			}
			else if (this.redacted.contains(name.toLowerCase(Locale.ROOT))) {
				names.set(i, name);
			}
		}
	}

}
