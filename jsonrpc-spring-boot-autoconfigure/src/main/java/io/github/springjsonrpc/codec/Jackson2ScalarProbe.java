package io.github.springjsonrpc.codec;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.ClassUtil;

/**
 * Finds out which scalars a Jackson 2 mapper reads with Jackson's own deserializers. Only
 * a deserializer gets to see the others, so this pretends to read something.
 */
final class Jackson2ScalarProbe extends StdDeserializer<Jackson2ScalarProbe.Result> {

	private static final long serialVersionUID = 1L;

	private Jackson2ScalarProbe() {
		super(Result.class);
	}

	static Set<Class<?>> standardScalars(ObjectMapper mapper) {
		SimpleModule module = new SimpleModule("jsonrpc-probe");
		module.addDeserializer(Result.class, new Jackson2ScalarProbe());
		try {
			return mapper.copy().registerModule(module).readValue("0", Result.class).standard();
		}
		catch (JsonProcessingException | RuntimeException ex) {
			// whoever reads such a type will tell
			return Set.of();
		}
	}

	@Override
	public Result deserialize(JsonParser parser, DeserializationContext context) {
		Set<Class<?>> standard = new HashSet<>();
		for (Class<?> type : ScalarType.CANDIDATES) {
			if (isStandard(type, context)) {
				standard.add(type);
			}
		}
		return new Result(standard);
	}

	private static boolean isStandard(Class<?> type, DeserializationContext context) {
		try {
			return ClassUtil.isJacksonStdImpl(context.findRootValueDeserializer(context.constructType(type)));
		}
		catch (JsonMappingException | RuntimeException | LinkageError ex) {
			return false;
		}
	}

	/**
	 * What was found out.
	 *
	 * @param standard the types with a deserializer of Jackson's own
	 */
	record Result(Set<Class<?>> standard) {

	}

}
