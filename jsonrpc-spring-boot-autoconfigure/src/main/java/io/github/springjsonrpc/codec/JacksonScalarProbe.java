package io.github.springjsonrpc.codec;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.ClassUtil;

/**
 * Finds out which scalars a Jackson 3 mapper reads with Jackson's own deserializers. Only
 * a deserializer gets to see the others, so this pretends to read something.
 */
final class JacksonScalarProbe extends StdDeserializer<JacksonScalarProbe.Result> {

	private JacksonScalarProbe() {
		super(Result.class);
	}

	static Set<Class<?>> standardScalars(JsonMapper mapper) {
		SimpleModule module = new SimpleModule("jsonrpc-probe");
		module.addDeserializer(Result.class, new JacksonScalarProbe());
		try {
			return mapper.rebuild().addModule(module).build().readValue("0", Result.class).standard();
		}
		catch (RuntimeException ex) {
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
		catch (RuntimeException | LinkageError ex) {
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
