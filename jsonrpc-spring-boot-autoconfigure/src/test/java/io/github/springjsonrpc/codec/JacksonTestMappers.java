package io.github.springjsonrpc.codec;

import java.util.Locale;
import java.util.function.Consumer;

import io.github.springjsonrpc.codec.TestTypes.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Mappers of Jackson 3.
 */
class JacksonTestMappers implements TestMappers {

	private static JsonValueMapper mapper(Consumer<JsonMapper.Builder> customizer) {
		JsonMapper.Builder builder = JsonMapper.builder();
		customizer.accept(builder);
		return new JacksonValueMapper(builder.build(), true);
	}

	@Override
	public JsonValueMapper standard() {
		return mapper((builder) -> {
		});
	}

	@Override
	public JsonValueMapper lenientScalars() {
		return new JacksonValueMapper(JsonMapper.builder().build(), false);
	}

	@Override
	public JsonValueMapper withLimits(JsonReadLimits limits) {
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxNestingDepth(limits.maxDepth())
			.maxNumberLength(limits.maxNumberLength())
			.maxStringLength(limits.maxStringLength())
			.maxNameLength(limits.maxNameLength())
			.build();
		JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints).build();
		return new JacksonValueMapper(JsonMapper.builder(factory).build(), true);
	}

	@Override
	public JsonValueMapper withSnakeCase() {
		return mapper((builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
	}

	@Override
	public JsonValueMapper withMixIn(Class<?> target, Class<?> mixIn) {
		return mapper((builder) -> builder.addMixIn(target, mixIn));
	}

	@Override
	public JsonValueMapper withMoney() {
		return mapper(
				(builder) -> builder.addModule(new SimpleModule().addSerializer(Money.class, new MoneySerializer())
					.addDeserializer(Money.class, new MoneyDeserializer())));
	}

	@Override
	public JsonValueMapper withEccentricStyle() {
		return mapper(
				(builder) -> builder.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE)
					.addModule(new SimpleModule().addSerializer(String.class, new ShoutingSerializer())
						.addDeserializer(String.class, new ShoutingDeserializer())));
	}

	@Override
	public JsonValueMapper withDefaultTyping() {
		return mapper((builder) -> builder.activateDefaultTyping(
				BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
				DefaultTyping.NON_FINAL));
	}

	@Override
	public JsonValueMapper withUnloadableIntegers() {
		return mapper((builder) -> builder
			.addModule(new SimpleModule().addSerializer(Integer.class, new UnloadableSerializer())
				.addDeserializer(Integer.class, new UnloadableDeserializer())));
	}

	@Override
	public JsonValueMapper withOwnNumbers() {
		return mapper(
				(builder) -> builder.addModule(new SimpleModule().addDeserializer(Double.class, new TextDeserializer())
					.addDeserializer(Byte.class, new OctetDeserializer())));
	}

	@Override
	public JsonValueMapper withNumbersAsText() {
		return mapper((builder) -> builder.enable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS,
				JsonWriteFeature.ESCAPE_FORWARD_SLASHES));
	}

	@Override
	public JsonValueMapper withStrictDuplicateDetection() {
		return mapper((builder) -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
	}

	@Override
	public JsonValueMapper withKnownMembersOnly() {
		return mapper((builder) -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
	}

	private static final class MoneySerializer extends ValueSerializer<Money> {

		@Override
		public void serialize(Money money, JsonGenerator generator, SerializationContext context) {
			generator.writeString(money.amount() + " " + money.currency());
		}

	}

	private static final class MoneyDeserializer extends ValueDeserializer<Money> {

		@Override
		public Money deserialize(JsonParser parser, DeserializationContext context) {
			String[] parts = parser.getString().split(" ");
			return new Money(Long.parseLong(parts[0]), parts[1]);
		}

	}

	private static final class ShoutingSerializer extends ValueSerializer<String> {

		@Override
		public void serialize(String text, JsonGenerator generator, SerializationContext context) {
			generator.writeString(text.toUpperCase(Locale.ROOT));
		}

	}

	private static final class ShoutingDeserializer extends ValueDeserializer<String> {

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) {
			return parser.getString().toUpperCase(Locale.ROOT);
		}

	}

	private static final class TextDeserializer extends ValueDeserializer<Double> {

		@Override
		public Double deserialize(JsonParser parser, DeserializationContext context) {
			return Double.valueOf(parser.getString());
		}

	}

	private static final class OctetDeserializer extends ValueDeserializer<Byte> {

		@Override
		public Byte deserialize(JsonParser parser, DeserializationContext context) {
			return parser.getByteValue();
		}

	}

	private static final class UnloadableSerializer extends ValueSerializer<Integer> {

		@Override
		public void resolve(SerializationContext context) {
			throw new NoClassDefFoundError("missing");
		}

		@Override
		public void serialize(Integer number, JsonGenerator generator, SerializationContext context) {
			throw new IllegalStateException("not resolved");
		}

	}

	private static final class UnloadableDeserializer extends ValueDeserializer<Integer> {

		@Override
		public void resolve(DeserializationContext context) {
			throw new NoClassDefFoundError("missing");
		}

		@Override
		public Integer deserialize(JsonParser parser, DeserializationContext context) {
			throw new IllegalStateException("not resolved");
		}

	}

}
