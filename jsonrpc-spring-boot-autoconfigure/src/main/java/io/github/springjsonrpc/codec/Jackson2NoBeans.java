package io.github.springjsonrpc.codec;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.impl.UnsupportedTypeDeserializer;
import com.fasterxml.jackson.databind.deser.std.ThrowableDeserializer;

/**
 * Keeps Jackson 2 from making threads and the like of JSON: how {@link NoBeans} look as
 * JSON is for Jackson, modules and mixins to know, and not to be guessed from their
 * setters.
 */
final class Jackson2NoBeans extends BeanDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public JsonDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription bean,
			JsonDeserializer<?> deserializer) {
		Class<?> type = bean.getBeanClass();
		boolean guessed = deserializer instanceof BeanDeserializerBase
				&& !(deserializer instanceof ThrowableDeserializer) && NoBeans.contain(type)
				&& config.findMixInClassFor(type) == null;
		return (guessed || isClass(type, deserializer)) ? new UnsupportedTypeDeserializer(bean.getType(), "not a value")
				: deserializer;
	}

	// of which Jackson would load one that the caller names
	private static boolean isClass(Class<?> type, JsonDeserializer<?> deserializer) {
		return type == Class.class && deserializer.getClass().getName().startsWith("com.fasterxml.jackson.");
	}

}
