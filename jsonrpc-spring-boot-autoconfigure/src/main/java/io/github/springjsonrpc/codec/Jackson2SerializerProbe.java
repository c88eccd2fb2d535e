package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.ClassUtil;

/**
 * Finds out which scalars a Jackson 2 mapper writes with Jackson's own serializers. Only
 * a serializer gets to see the others, so this pretends to write something.
 */
final class Jackson2SerializerProbe extends StdSerializer<Jackson2SerializerProbe.Question> {

	private static final long serialVersionUID = 1L;

	private Jackson2SerializerProbe() {
		super(Question.class);
	}

	static Set<Class<?>> standardScalars(ObjectMapper mapper) {
		SimpleModule module = new SimpleModule("jsonrpc-serializer-probe");
		module.addSerializer(Question.class, new Jackson2SerializerProbe());
		Question question = new Question(new HashSet<>());
		try {
			mapper.copy().registerModule(module).writeValueAsBytes(question);
		}
		catch (JsonProcessingException | RuntimeException ex) {
			// whoever writes such a type will tell
		}
		return question.standard();
	}

	@Override
	public void serialize(Question question, JsonGenerator generator, SerializerProvider context) throws IOException {
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
