package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Maps values with Jackson 2, as the application's own {@link ObjectMapper} is
 * configured: for applications that have not moved to Jackson 3 yet.
 */
public final class Jackson2ValueMapper implements JsonValueMapper {

	private final ObjectMapper mapper;

	private final JsonReadLimits limits;

	private final Set<Class<?>> standardScalars;

	private final PerType<JsonType> types = new PerType<>(this::prepare);

	private final PerType<ObjectWriter> writers = new PerType<>(this::writer);

	/**
	 * Create a mapper.
	 * @param mapper the mapper to go by; it is copied
	 * @param strictScalars whether {@code "1"} and {@code 1.5} are refused as an integer,
	 * {@code 1} as a string and the like, instead of being converted
	 */
	public Jackson2ValueMapper(ObjectMapper mapper, boolean strictScalars) {
		this.mapper = mapper.copy()
			.registerModule(new Jackson2EncodedJsonModule())
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET, JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
		if (strictScalars) {
			strictScalars(this.mapper);
		}
		this.standardScalars = Jackson2ScalarProbe.standardScalars(this.mapper);
		StreamReadConstraints constraints = mapper.getFactory().streamReadConstraints();
		this.limits = new JsonReadLimits(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
	}

	private static void strictScalars(ObjectMapper mapper) {
		mapper.setConfig(mapper.getDeserializationConfig()
			.without(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
					DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS));
		mapper.coercionConfigDefaults().setAcceptBlankAsEmpty(false);
		mapper.coercionConfigFor(UUID.class).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
		mapper.coercionConfigFor(LogicalType.Textual)
			.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
	}

	@Override
	public JsonType type(Type type) {
		return this.types.get(type);
	}

	private JsonType prepare(Type type) {
		if (type == JsonValue.class) {
			return new EncodedJsonType(this);
		}
		JavaType javaType = this.mapper.constructType(type);
		ObjectReader reader = this.mapper.readerFor(javaType);
		try {
			if (!javaType.isPrimitive()) {
				// looks the deserializer up, now rather than in the first call
				reader.readValue("null");
			}
		}
		catch (InvalidDefinitionException ex) {
			throw new IllegalArgumentException("JSON can't be read as " + type.getTypeName(), ex);
		}
		catch (JsonProcessingException ex) {
			// a type that does not take null
		}
		return ScalarType.before(new Jackson2Type(javaType, reader, this), javaType.getRawClass(),
				this.standardScalars);
	}

	@Override
	public void write(Object value, @Nullable Type type, OutputStream out) throws IOException {
		try {
			if (type == null) {
				this.mapper.writeValue(out, value);
			}
			else {
				this.writers.get(type).writeValue(out, value);
			}
		}
		catch (JsonProcessingException | RuntimeException | StackOverflowError ex) {
			throw new JsonEncodingException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private ObjectWriter writer(Type type) {
		return this.mapper.writerFor(this.mapper.constructType(type));
	}

	@Override
	public JsonReadLimits limits() {
		return this.limits;
	}

}
