package io.github.springjsonrpc.codec;

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
		return new Result(StandardTypes.among(ScalarType.CANDIDATES,
				(type) -> ClassUtil.isJacksonStdImpl(context.findRootValueDeserializer(context.constructType(type)))));
	}

	/**
	 * What was found out.
	 *
	 * @param standard the types with a deserializer of Jackson's own
	 */
	record Result(Set<Class<?>> standard) {

	}

}
