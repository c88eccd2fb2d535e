package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import io.github.springjsonrpc.codec.TestTypes.Money;

/**
 * Mappers of Jackson 2.
 */
class Jackson2TestMappers implements TestMappers {

	private static JsonValueMapper mapper(Consumer<ObjectMapper> customizer) {
		return mapper(new JsonFactory(), true, customizer);
	}

	private static JsonValueMapper mapper(JsonFactory factory, boolean strict, Consumer<ObjectMapper> customizer) {
		ObjectMapper mapper = JsonMapper.builder(factory)
			.findAndAddModules()
			.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
		customizer.accept(mapper);
		return new Jackson2ValueMapper(mapper, strict);
	}

	@Override
	public JsonValueMapper standard() {
		return mapper((mapper) -> {
		});
	}

	@Override
	public JsonValueMapper lenientScalars() {
		return mapper(new JsonFactory(), false, (mapper) -> {
		});
	}

	@Override
	public JsonValueMapper withLimits(JsonReadLimits limits) {
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxNestingDepth(limits.maxDepth())
			.maxNumberLength(limits.maxNumberLength())
			.maxStringLength(limits.maxStringLength())
			.maxNameLength(limits.maxNameLength())
			.build();
		return mapper(JsonFactory.builder().streamReadConstraints(constraints).build(), true, (mapper) -> {
		});
	}

	@Override
	public JsonValueMapper withSnakeCase() {
		return mapper((mapper) -> mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
	}

	@Override
	public JsonValueMapper withMixIn(Class<?> target, Class<?> mixIn) {
		return mapper((mapper) -> mapper.addMixIn(target, mixIn));
	}

	@Override
	public JsonValueMapper withMoney() {
		return mapper(
				(mapper) -> mapper.registerModule(new SimpleModule().addSerializer(Money.class, new MoneySerializer())
					.addDeserializer(Money.class, new MoneyDeserializer())));
	}

	@Override
	public JsonValueMapper withEccentricStyle() {
		return mapper(
				(mapper) -> mapper.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRAP_ROOT_VALUE)
					.registerModule(new SimpleModule().addSerializer(String.class, new ShoutingSerializer())
						.addDeserializer(String.class, new ShoutingDeserializer())));
	}

	@Override
	public JsonValueMapper withDefaultTyping() {
		return mapper((mapper) -> mapper.activateDefaultTyping(
				BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
				ObjectMapper.DefaultTyping.NON_FINAL));
	}

	@Override
	public JsonValueMapper withUnloadableIntegers() {
		return mapper((mapper) -> mapper
			.registerModule(new SimpleModule().addSerializer(Integer.class, new UnloadableSerializer())
				.addDeserializer(Integer.class, new UnloadableDeserializer())));
	}

	@Override
	public JsonValueMapper withOwnNumbers() {
		return mapper((mapper) -> mapper
			.registerModule(new SimpleModule().addDeserializer(Double.class, new TextDeserializer())
				.addDeserializer(Byte.class, new OctetDeserializer())));
	}

	@Override
	public JsonValueMapper withNumbersAsText() {
		return mapper((mapper) -> mapper.enable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS.mappedFeature(),
				JsonWriteFeature.ESCAPE_FORWARD_SLASHES.mappedFeature()));
	}

	@Override
	public JsonValueMapper withStrictDuplicateDetection() {
		return mapper((mapper) -> mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
	}

	@Override
	public JsonValueMapper withKnownMembersOnly() {
		return mapper((mapper) -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
	}

	private static final class MoneySerializer extends JsonSerializer<Money> {

		@Override
		public void serialize(Money money, JsonGenerator generator, SerializerProvider context) throws IOException {
			generator.writeString(money.amount() + " " + money.currency());
		}

	}

	private static final class MoneyDeserializer extends JsonDeserializer<Money> {

		@Override
		public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
			String[] parts = parser.getText().split(" ");
			return new Money(Long.parseLong(parts[0]), parts[1]);
		}

	}

	private static final class ShoutingSerializer extends JsonSerializer<String> {

		@Override
		public void serialize(String text, JsonGenerator generator, SerializerProvider context) throws IOException {
			generator.writeString(text.toUpperCase(Locale.ROOT));
		}

	}

	private static final class ShoutingDeserializer extends JsonDeserializer<String> {

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
			return parser.getText().toUpperCase(Locale.ROOT);
		}

	}

	private static final class TextDeserializer extends JsonDeserializer<Double> {

		@Override
		public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
			return Double.valueOf(parser.getText());
		}

	}

	private static final class OctetDeserializer extends JsonDeserializer<Byte> {

		@Override
		public Byte deserialize(JsonParser parser, DeserializationContext context) throws IOException {
			return parser.getByteValue();
		}

	}

	private static final class UnloadableSerializer extends JsonSerializer<Integer> implements ResolvableSerializer {

		@Override
		public void resolve(SerializerProvider context) {
			throw new NoClassDefFoundError("missing");
		}

		@Override
		public void serialize(Integer number, JsonGenerator generator, SerializerProvider context) {
			throw new IllegalStateException("not resolved");
		}

	}

	private static final class UnloadableDeserializer extends JsonDeserializer<Integer>
			implements ResolvableDeserializer {

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
