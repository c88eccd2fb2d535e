package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.util.ClassUtils;

/**
 * Maps values with Jackson 3, as the application's own {@link JsonMapper} is configured.
 */
public final class JacksonValueMapper implements JsonValueMapper {

	private final JsonMapper mapper;

	private final JsonReadLimits limits;

	private final Map<Type, JsonType> types = new ConcurrentHashMap<>();

	private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();

	/**
	 * Create a mapper.
	 * @param mapper the mapper to go by; it is copied
	 * @param strictScalars whether {@code "1"} and {@code 1.5} are refused as an integer,
	 * {@code 1} as a string and the like, instead of being converted
	 */
	public JacksonValueMapper(JsonMapper mapper, boolean strictScalars) {
		JsonMapper.Builder builder = mapper.rebuild().addModule(encodedJsonModule());
		if (strictScalars) {
			strictScalars(builder);
		}
		this.mapper = builder.build();
		StreamReadConstraints constraints = mapper.tokenStreamFactory().streamReadConstraints();
		this.limits = new JsonReadLimits(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
	}

	private static void strictScalars(JsonMapper.Builder builder) {
		builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.Textual,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	private static SimpleModule encodedJsonModule() {
		return new SimpleModule("jsonrpc").addSerializer(JsonValue.class, new JsonValueSerializer())
			.addSerializer(JsonRpcParams.class, new JsonRpcParamsSerializer());
	}

	@Override
	public JsonType type(Type type) {
		return this.types.computeIfAbsent(type, this::prepare);
	}

	private JsonType prepare(Type type) {
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
		return new JacksonType(javaType, reader);
	}

	@Override
	public void write(Object value, @Nullable Type type, OutputStream out) throws IOException {
		try {
			if (type == null) {
				this.mapper.writeValue(out, value);
			}
			else {
				this.writers.computeIfAbsent(type, this::writer).writeValue(out, value);
			}
		}
		catch (JacksonException ex) {
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

	private final class JacksonType implements JsonType {

		private final Class<?> instances;

		private final boolean generic;

		private final ObjectReader reader;

		JacksonType(JavaType type, ObjectReader reader) {
			this.instances = ClassUtils.resolvePrimitiveIfNecessary(type.getRawClass());
			this.generic = type.hasGenericTypes();
			this.reader = reader;
		}

		@Override
		public @Nullable Object read(byte[] json, int offset, int length) {
			try {
				return this.reader.readValue(json, offset, length);
			}
			catch (MismatchedInputException ex) {
				throw new JsonDecodingException(path(ex.getPath()), message(ex));
			}
			catch (InvalidDefinitionException ex) {
				throw new IllegalStateException("JSON can't be read as " + this.instances.getName(), ex);
			}
			catch (JacksonException ex) {
				throw new JsonDecodingException(path(ex.getPath()), "is not valid");
			}
		}

		@Override
		public @Nullable Object convert(@Nullable Object value) {
			if (!this.generic && this.instances.isInstance(value)) {
				return value;
			}
			byte[] json = JacksonValueMapper.this.mapper.writeValueAsBytes(value);
			return read(json, 0, json.length);
		}

		private static String message(MismatchedInputException ex) {
			if (ex instanceof PropertyBindingException) {
				return "is not a known member";
			}
			Class<?> target = ex.getTargetType();
			return (target != null) ? JsonExpectation.of(target) : "is not valid";
		}

		private static String path(List<JacksonException.Reference> references) {
			StringBuilder path = new StringBuilder();
			for (JacksonException.Reference reference : references) {
				if (reference.getPropertyName() == null) {
					path.append('[').append(reference.getIndex()).append(']');
				}
				else {
					path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
				}
			}
			return path.toString();
		}

	}

	private static final class JsonValueSerializer extends ValueSerializer<JsonValue> {

		@Override
		public void serialize(JsonValue value, JsonGenerator generator, SerializationContext context) {
			generator.writeRawValue(value.toString());
		}

	}

	private static final class JsonRpcParamsSerializer extends ValueSerializer<JsonRpcParams> {

		@Override
		public void serialize(JsonRpcParams params, JsonGenerator generator, SerializationContext context) {
			if (params.encoded() != null) {
				generator.writeRawValue(params.encoded().toString());
			}
			else if (params.kind() == JsonRpcParams.Kind.NONE) {
				generator.writeNull();
			}
			else {
				generator
					.writePOJO((params.kind() == JsonRpcParams.Kind.POSITIONAL) ? params.asList() : params.asMap());
			}
		}

	}

}
