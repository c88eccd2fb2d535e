package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.UUID;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Maps values with Jackson 3, as the application's own {@link JsonMapper} is configured.
 */
public final class JacksonValueMapper implements JsonValueMapper {

	private final JsonMapper mapper;

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
	public JacksonValueMapper(JsonMapper mapper, boolean strictScalars) {
		JsonMapper.Builder builder = mapper.rebuild()
			.addModule(new JacksonEncodedJsonModule())
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
		if (strictScalars) {
			strictScalars(builder);
		}
		this.mapper = builder.build();
		this.standardScalars = JacksonScalarProbe.standardScalars(this.mapper);
		StreamReadConstraints constraints = mapper.tokenStreamFactory().streamReadConstraints();
		this.limits = new JsonReadLimits(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
	}

	private static void strictScalars(JsonMapper.Builder builder) {
		builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfigDefaults((config) -> config.setAcceptBlankAsEmpty(false))
			.withCoercionConfig(UUID.class,
					(config) -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Textual,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
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
		catch (JacksonException ex) {
			// a type that does not take null
		}
		return ScalarType.before(new JacksonType(javaType, reader, this), javaType.getRawClass(), this.standardScalars);
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
		catch (RuntimeException | StackOverflowError ex) {
			if (ex.getCause() instanceof IOException cause) {
				throw cause;
			}
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
