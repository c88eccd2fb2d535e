package io.github.springjsonrpc.server.method;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.JsonType;
import io.github.springjsonrpc.codec.ValueCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Collects what no other parameter takes: values by position into a list or array, values
 * by name into a map.
 */
final class RestReader {

	private final BoundParameter parameter;

	private final JsonType elementType;

	private final JsonType listType;

	RestReader(BoundParameter parameter, JsonRpcCodec codec) {
		this.parameter = parameter;
		ResolvableType element = ResolvableType.forType(parameter.type());
		this.elementType = ParameterReader.type(parameter, parameter.type(), codec);
		this.listType = ParameterReader.type(parameter,
				ResolvableType.forClassWithGenerics(List.class, element).getType(), codec);
	}

	String name() {
		return this.parameter.name();
	}

	boolean isByName() {
		return this.parameter.form() == BoundParameter.Form.REST_MAP;
	}

	/**
	 * Collect one more value by position.
	 * @param collected what was collected before, or {@code null} for the first value
	 * @return what is collected now
	 * @throws JsonDecodingException if the value does not fit
	 */
	Object add(@Nullable Object collected, ValueCursor source) {
		@SuppressWarnings("unchecked")
		List<@Nullable Object> list = (collected != null) ? (List<@Nullable Object>) collected : new ArrayList<>();
		list.add(read(source));
		return list;
	}

	private @Nullable Object read(ValueCursor source) {
		Object value = source.read(this.elementType);
		checkNull(value, "");
		return value;
	}

	private void checkNull(@Nullable Object value, String path) {
		if (value == null && !this.parameter.nullable()) {
			throw new JsonDecodingException(path, "must not be null");
		}
	}

	/**
	 * Collect one more value by name; for a list or array that is the whole of it.
	 * @param collected what was collected before, or {@code null} for the first value
	 * @return what is collected now
	 * @throws JsonDecodingException if the value does not fit
	 */
	Object put(@Nullable Object collected, String name, ValueCursor source) {
		return isByName() ? putMember(collected, name, source) : readList(collected, source);
	}

	private Object putMember(@Nullable Object collected, String name, ValueCursor source) {
		@SuppressWarnings("unchecked")
		Map<String, @Nullable Object> map = (collected != null) ? (Map<String, @Nullable Object>) collected
				: new LinkedHashMap<>();
		if (map.containsKey(name)) {
			throw new JsonDecodingException("", "is given twice");
		}
		map.put(name, read(source));
		return map;
	}

	private Object readList(@Nullable Object collected, ValueCursor source) {
		if (collected != null) {
			throw new JsonDecodingException("", "is given twice");
		}
		List<?> list = (List<?>) source.read(this.listType);
		if (list == null) {
			throw new JsonDecodingException("", "must not be null");
		}
		for (int i = 0; i < list.size(); i++) {
			checkNull(list.get(i), "[" + i + "]");
		}
		return list;
	}

	/**
	 * Return the argument.
	 * @param collected what was collected, or {@code null} for nothing
	 */
	Object finish(@Nullable Object collected) {
		if (isByName()) {
			return (collected != null) ? collected : new LinkedHashMap<>();
		}
		List<?> list = (collected instanceof List<?> values) ? values : new ArrayList<>();
		return (this.parameter.form() == BoundParameter.Form.REST_LIST) ? list : array(list);
	}

	private Object array(List<?> values) {
		Object array = Array.newInstance(ResolvableType.forType(this.parameter.type()).toClass(), values.size());
		for (int i = 0; i < values.size(); i++) {
			Array.set(array, i, values.get(i));
		}
		return array;
	}

}
