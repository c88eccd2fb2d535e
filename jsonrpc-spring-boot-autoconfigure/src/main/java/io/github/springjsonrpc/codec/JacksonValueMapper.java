package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.util.function.SingletonSupplier;

/**
 * Maps values with Jackson 3, as the application's own {@link JsonMapper} is configured.
 */
public final class JacksonValueMapper implements JsonValueMapper {

	// a class may contain itself
	private static final int MAX_CHECKED_DEPTH = 8;

	private final JsonMapper mapper;

	private final JsonReadLimits limits;

	private final @Nullable NumberRange range;

	// both are found out in the first call: applications need not wait for it to start.
	// What can't be read or written at all is told by the calls that need it.
	private final Supplier<Set<Class<?>>> standardScalars;

	private final SingletonSupplier<PlainScalars> plainScalars;

	private final PerType<JsonType> types = new PerType<>(this::prepare);

	private final PerType<JavaType> declaredTypes = new PerType<>(this::constructType);

	/**
	 * Create a mapper.
	 * @param mapper the mapper to go by; it is copied
	 * @param strictScalars whether {@code "1"} and {@code 1.5} are refused as an integer,
	 * {@code 1} as a string and the like, instead of being converted
	 */
	public JacksonValueMapper(JsonMapper mapper, boolean strictScalars) {
		StreamReadConstraints constraints = mapper.tokenStreamFactory().streamReadConstraints();
		this.limits = new JsonReadLimits(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
		this.range = strictScalars ? new NumberRange(constraints.getMaxNumberLength()) : null;
		JsonMapper.Builder builder = mapper.rebuild()
			.addModule(new JacksonEncodedJsonModule())
			.addModule(new SimpleModule("jsonrpc-types").setDeserializerModifier(new JacksonNoBeans()))
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
		if (this.range != null) {
			strictScalars(builder, this.range);
		}
		this.mapper = builder.build();
		this.standardScalars = SingletonSupplier.of(() -> JacksonScalarProbe.standardScalars(this.mapper));
		this.plainScalars = SingletonSupplier
			.of(() -> PlainScalars.of(JacksonSerializerProbe.standardScalars(this.mapper),
					(value, out) -> this.mapper.writeValue(out, value)));
	}

	private static void strictScalars(JsonMapper.Builder builder, NumberRange range) {
		builder.addModule(new SimpleModule("jsonrpc-scalars").setDeserializerModifier(new JacksonStrictScalars(range)))
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
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
		if (type instanceof Class<?> scalar && ScalarType.CANDIDATES.contains(scalar)) {
			return new ScalarType(scalar, this.standardScalars, () -> prepare(this.mapper.constructType(scalar)));
		}
		JavaType javaType = this.mapper.constructType(type);
		check(javaType);
		return prepare(javaType);
	}

	private JsonType prepare(JavaType type) {
		return new JacksonType(type, this.mapper.readerFor(type), this.range, this);
	}

	/**
	 * Look up what reads the type, and what is in its containers, now rather than in the
	 * first call. Not asked for plain scalars, which are read in any case. That nothing
	 * does Jackson tells only of a value; of all values this one is the least likely to
	 * make an object of the application's.
	 */
	private void check(JavaType type) {
		JavaType content = type;
		for (int depth = 0; content != null && depth < MAX_CHECKED_DEPTH; depth++) {
			try {
				this.mapper.readerFor(content).readValue("true");
			}
			catch (InvalidDefinitionException ex) {
				throw new IllegalArgumentException("JSON can't be read as " + type.toCanonical(), ex);
			}
			catch (RuntimeException ex) {
				// another value may fit
			}
			content = content.getContentType();
		}
	}

	@Override
	public void write(Object value, @Nullable Type type, OutputStream out) throws IOException {
		try {
			if (!this.plainScalars.obtain().write(value, out)) {
				this.mapper.writeValue(out, declared(value, type));
			}
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (ex.getCause() instanceof IOException cause) {
				throw cause;
			}
			throw new JsonEncodingException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private JavaType constructType(Type type) {
		return this.mapper.constructType(type);
	}

	// a middleware may have replaced it by a value of another type
	private Object declared(Object value, @Nullable Type type) {
		JavaType declared = (type != null) ? this.declaredTypes.get(type) : null;
		return (declared != null && declared.getRawClass().isInstance(value))
				? new JacksonDeclaredValue(declared, value) : value;
	}

	@Override
	public JsonReadLimits limits() {
		return this.limits;
	}

}
