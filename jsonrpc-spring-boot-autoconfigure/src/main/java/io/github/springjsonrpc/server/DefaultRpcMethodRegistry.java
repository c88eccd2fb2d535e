package io.github.springjsonrpc.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the methods in a map that is copied on every change, so that a look-up costs what
 * a look-up in a plain map costs.
 */
final class DefaultRpcMethodRegistry implements RpcMethodRegistry {

	private static final String RESERVED = "rpc.";

	private final JsonRpcCodec codec;

	private volatile Map<String, RegisteredMethod> methods = Map.of();

	DefaultRpcMethodRegistry(JsonRpcCodec codec) {
		this.codec = codec;
	}

	@Override
	public JsonRpcMethod add(JsonRpcMethod method) {
		addAll(List.of(method));
		return method;
	}

	@Override
	public synchronized List<JsonRpcMethod> addAll(Collection<? extends JsonRpcMethod> methods) {
		Map<String, RegisteredMethod> changed = new HashMap<>(this.methods);
		for (JsonRpcMethod method : methods) {
			RegisteredMethod present = changed.get(method.name());
			changed.put(method.name(), prepare((present != null) ? combine(present.method(), method) : method));
		}
		this.methods = changed;
		return List.copyOf(methods);
	}

	private static JsonRpcMethod combine(JsonRpcMethod present, JsonRpcMethod method) {
		JsonRpcMethod combined = present.combinedWith(method);
		if (combined == null) {
			throw new DuplicateMethodException(method.name(), owner(present), owner(method));
		}
		return combined;
	}

	@Override
	public @Nullable JsonRpcMethod replace(JsonRpcMethod method) {
		return put(prepare(method));
	}

	/**
	 * Add one of the library's own methods, whose names are reserved.
	 */
	void addReserved(JsonRpcMethod method) {
		put(RegisteredMethod.prepare(method, this.codec));
	}

	private synchronized @Nullable JsonRpcMethod put(RegisteredMethod registered) {
		Map<String, RegisteredMethod> changed = new HashMap<>(this.methods);
		RegisteredMethod previous = changed.put(registered.method().name(), registered);
		this.methods = changed;
		return (previous != null) ? previous.method() : null;
	}

	@Override
	public synchronized @Nullable JsonRpcMethod remove(String name) {
		if (name.startsWith(RESERVED)) {
			throw new InvalidMethodException("The JSON-RPC method '" + name + "' is not the application's to remove",
					"Switch off what offers it, such as the introspection.");
		}
		Map<String, RegisteredMethod> changed = new HashMap<>(this.methods);
		RegisteredMethod removed = changed.remove(name);
		this.methods = changed;
		return (removed != null) ? removed.method() : null;
	}

	@Override
	public @Nullable JsonRpcMethod find(String name) {
		RegisteredMethod registered = lookup(name);
		return (registered != null) ? registered.method() : null;
	}

	@Override
	public List<JsonRpcMethod> all() {
		List<JsonRpcMethod> all = new ArrayList<>();
		new TreeMap<>(this.methods).values().forEach((registered) -> all.add(registered.method()));
		return all;
	}

	@Nullable RegisteredMethod lookup(String name) {
		return this.methods.get(name);
	}

	private RegisteredMethod prepare(JsonRpcMethod method) {
		if (method.name().isEmpty() || method.name().startsWith(RESERVED)) {
			throw new InvalidMethodException(
					"The JSON-RPC method '" + method.name() + "' of " + owner(method) + " has a reserved name",
					"Choose a name that is not empty and does not begin with '" + RESERVED + "'.");
		}
		return RegisteredMethod.prepare(method, this.codec);
	}

	private static String owner(JsonRpcMethod method) {
		return method.description().owner();
	}

}
