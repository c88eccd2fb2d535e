package io.github.springjsonrpc.server;

import java.lang.reflect.Type;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonRpcCodec;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * The method {@code rpc.methods}: tells what can be called, without a word on how it is
 * implemented.
 */
final class IntrospectionMethod implements JsonRpcMethod {

	private final RpcMethodRegistry methods;

	IntrospectionMethod(RpcMethodRegistry methods) {
		this.methods = methods;
	}

	@Override
	public String name() {
		return "rpc.methods";
	}

	@Override
	public boolean blocking() {
		return false;
	}

	@Override
	public MethodDescription description() {
		return new MethodDescription("Lists the methods of this server", List.of(), List.class,
				JsonRpcServer.class.getName());
	}

	@Override
	public Handler handler(JsonRpcCodec codec) {
		return (request) -> this.methods.all().stream().map(IntrospectionMethod::describe).toList();
	}

	private static Map<String, Object> describe(JsonRpcMethod method) {
		MethodDescription description = method.description();
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", method.name());
		describe(description, map);
		map.put("result", jsonType(description.resultType()));
		if (description.subscription() != null) {
			map.put("subscription", describe(description.subscription()));
		}
		return map;
	}

	private static void describe(MethodDescription description, Map<String, Object> map) {
		if (!description.text().isEmpty()) {
			map.put("description", description.text());
		}
		List<Object> params = new ArrayList<>();
		description.parameters().forEach((parameter) -> params.add(describe(parameter)));
		map.put("params", params);
	}

	private static Map<String, Object> describe(MethodDescription.Subscription subscription) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("unsubscribe", subscription.unsubscribe());
		map.put("notification", subscription.notification());
		map.put("end", subscription.end());
		if (subscription.kinds().isEmpty()) {
			map.put("item", jsonType(subscription.itemType()));
		}
		else {
			List<Object> kinds = new ArrayList<>();
			subscription.kinds().forEach((name, kind) -> kinds.add(describeKind(name, kind)));
			map.put("kinds", kinds);
		}
		return map;
	}

	private static Map<String, Object> describeKind(String name, MethodDescription kind) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", name);
		describe(kind, map);
		map.put("item", jsonType(kind.resultType()));
		return map;
	}

	private static Map<String, Object> describe(MethodDescription.Parameter parameter) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("name", parameter.name());
		map.put("type", jsonType(parameter.type()));
		map.put("required", parameter.required());
		if (!parameter.text().isEmpty()) {
			map.put("description", parameter.text());
		}
		return map;
	}

	// the words of JSON Schema
	private static String jsonType(Type declared) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(ResolvableType.forType(declared).toClass());
		if (type == void.class || type == Void.class) {
			return "null";
		}
		if (type == Object.class) {
			return "any";
		}
		if (type == Boolean.class) {
			return "boolean";
		}
		if (Number.class.isAssignableFrom(type)) {
			return isIntegral(type) ? "integer" : "number";
		}
		if (type == byte[].class || TemporalAmount.class.isAssignableFrom(type)) {
			return "string";
		}
		if (type.isArray() || Collection.class.isAssignableFrom(type)) {
			return "array";
		}
		return (type.isEnum() || ClassUtils.isSimpleValueType(type)) ? "string" : "object";
	}

	private static boolean isIntegral(Class<?> type) {
		return type == Integer.class || type == Long.class || type == Short.class || type == Byte.class
				|| type == java.math.BigInteger.class;
	}

}
