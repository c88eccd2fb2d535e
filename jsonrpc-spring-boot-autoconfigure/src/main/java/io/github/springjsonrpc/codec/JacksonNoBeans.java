package io.github.springjsonrpc.codec;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.impl.UnsupportedTypeDeserializer;
import tools.jackson.databind.deser.jdk.ThrowableDeserializer;

/**
 * Keeps Jackson 3 from making threads and the like of JSON: how {@link NoBeans} look as
 * JSON is for Jackson, modules and mixins to know, and not to be guessed from their
 * setters.
 */
final class JacksonNoBeans extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
			ValueDeserializer<?> deserializer) {
		Class<?> type = bean.getBeanClass();
		boolean guessed = deserializer instanceof BeanDeserializerBase
				&& !(deserializer instanceof ThrowableDeserializer) && NoBeans.contain(type)
				&& config.findMixInClassFor(type) == null;
		return (guessed || isClass(type, deserializer)) ? new UnsupportedTypeDeserializer(bean.getType(), "not a value")
				: deserializer;
	}

	// of which Jackson would load one that the caller names
	private static boolean isClass(Class<?> type, ValueDeserializer<?> deserializer) {
		return type == Class.class && deserializer.getClass().getName().startsWith("tools.jackson.");
	}

}
