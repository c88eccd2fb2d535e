package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Maps values with Jackson 2, as the application's own {@link ObjectMapper} is
 * configured: for applications that have not moved to Jackson 3 yet.
 */
public final class Jackson2ValueMapper implements JsonValueMapper {

	// a class may contain itself
	private static final int MAX_CHECKED_DEPTH = 8;

	private final ObjectMapper mapper;

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
	public Jackson2ValueMapper(ObjectMapper mapper, boolean strictScalars) {
		StreamReadConstraints constraints = mapper.getFactory().streamReadConstraints();
		this.limits = new JsonReadLimits(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
		this.range = strictScalars ? new NumberRange(constraints.getMaxNumberLength()) : null;
		this.mapper = mapper.copy()
			.registerModule(new Jackson2EncodedJsonModule())
			.registerModule(new SimpleModule("jsonrpc-types").setDeserializerModifier(new Jackson2NoBeans()))
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET, JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
		if (this.range != null) {
			strictScalars(this.mapper, this.range);
		}
		this.standardScalars = SingletonSupplier.of(() -> Jackson2ScalarProbe.standardScalars(this.mapper));
		this.plainScalars = SingletonSupplier
			.of(() -> PlainScalars.of(Jackson2SerializerProbe.standardScalars(this.mapper),
					(value, out) -> this.mapper.writeValue(out, value)));
	}

	private static void strictScalars(ObjectMapper mapper, NumberRange range) {
		mapper.registerModule(
				new SimpleModule("jsonrpc-scalars").setDeserializerModifier(new Jackson2StrictScalars(range)));
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
		if (type instanceof Class<?> scalar && ScalarType.CANDIDATES.contains(scalar)) {
			return new ScalarType(scalar, this.standardScalars, () -> prepare(this.mapper.constructType(scalar)));
		}
		JavaType javaType = this.mapper.constructType(type);
		check(javaType);
		return prepare(javaType);
	}

	private JsonType prepare(JavaType type) {
		return new Jackson2Type(type, this.mapper.readerFor(type), this.range, this);
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
			catch (JsonProcessingException | RuntimeException ex) {
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
		catch (JsonProcessingException | RuntimeException | StackOverflowError ex) {
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
				? new Jackson2DeclaredValue(declared, value) : value;
	}

	@Override
	public JsonReadLimits limits() {
		return this.limits;
	}

}
