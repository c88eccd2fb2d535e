package io.github.springjsonrpc.codec;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.ClassUtil;

/**
 * Finds out which scalars a Jackson 3 mapper writes with Jackson's own serializers. Only
 * a serializer gets to see the others, so this pretends to write something.
 */
final class JacksonSerializerProbe extends StdSerializer<JacksonSerializerProbe.Question> {

	private JacksonSerializerProbe() {
		super(Question.class);
	}

	static Set<Class<?>> standardScalars(JsonMapper mapper) {
		SimpleModule module = new SimpleModule("jsonrpc-serializer-probe");
		module.addSerializer(Question.class, new JacksonSerializerProbe());
		Question question = new Question(new HashSet<>());
		try {
			mapper.rebuild().addModule(module).build().writeValueAsBytes(question);
		}
		catch (RuntimeException ex) {
			// whoever writes such a type will tell
		}
		return question.standard();
	}

	@Override
	public void serialize(Question question, JsonGenerator generator, SerializationContext context) {
		question.standard()
			.addAll(StandardTypes.among(PlainScalars.CANDIDATES,
					(type) -> ClassUtil.isJacksonStdImpl(context.findValueSerializer(type))));
		generator.writeNull();
	}

	/**
	 * What is to be found out.
	 *
	 * @param standard gets the types with a serializer of Jackson's own
	 */
	record Question(Set<Class<?>> standard) {

	}

}
