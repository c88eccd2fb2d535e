package io.github.springjsonrpc.codec;

import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
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
