package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.github.springjsonrpc.codec.TestTypes.Address;
import io.github.springjsonrpc.codec.TestTypes.Circle;
import io.github.springjsonrpc.codec.TestTypes.Shape;
import io.github.springjsonrpc.codec.TestTypes.Square;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonValue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * How values of all kinds of types are read and converted.
 */
abstract class TypeContract extends CodecContract {

	private static final Type ADDRESSES = new ParameterizedTypeReference<List<Address>>() {
	}.getType();

	TypeContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void readsRecord() {
		TestTypes.Customer customer = (TestTypes.Customer) read(TestTypes.Customer.class, """
				{"id":9007199254740993,"name":"Ann","nick":"A","addresses":[{"zip":"1","number":2}],
				"scores":{"x":1},"color":"RED","since":"2020-01-01T00:00:00Z","unknown":[]}""");
		assertThat(customer.id()).isEqualTo(9007199254740993L);
		assertThat(customer.nick()).contains("A");
		assertThat(customer.addresses()).containsExactly(new Address("1", 2));
		assertThat(customer.scores()).isEqualTo(Map.of("x", 1));
		assertThat(customer.color()).isEqualTo(TestTypes.Color.RED);
		assertThat(customer.since()).isEqualTo("2020-01-01T00:00:00Z");
	}

	@Test
	void readsAbsentMembersAsNullAndAbsentOptionalsAsEmpty() {
		TestTypes.Customer customer = (TestTypes.Customer) read(TestTypes.Customer.class, "{\"id\":1}");
		assertThat(customer.name()).isNull();
		assertThat(customer.nick()).isEmpty();
		assertThat(((TestTypes.Customer) read(TestTypes.Customer.class, "{\"id\":1,\"nick\":null}")).nick()).isEmpty();
	}

	@Test
	void readsTheSeedsUser() {
		UUID uuid = UUID.fromString("6a5b3c2e-1111-4222-8333-444455556666");
		assertThat(read(TestTypes.User.class, "{\"uuid\":\"" + uuid + "\",\"username\":\"u\",\"email\":\"e\"}"))
			.isEqualTo(new TestTypes.User(uuid, "u", "e"));
	}

	@Test
	void readsGenericTypes() {
		assertThat(read(ADDRESSES, "[{\"zip\":\"a\",\"number\":1},null]")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly(new Address("a", 1), null);
		assertThat(read(type(new ParameterizedTypeReference<Map<Integer, Set<TestTypes.Color>>>() {
		}), "{\"1\":[\"RED\",\"RED\"]}")).isEqualTo(Map.of(1, Set.of(TestTypes.Color.RED)));
		assertThat(read(type(new ParameterizedTypeReference<Optional<Address>>() {
		}), "null")).isEqualTo(Optional.empty());
		assertThat(read(type(new ParameterizedTypeReference<TestTypes.Page<Shape>>() {
		}), "{\"items\":[{\"type\":\"circle\",\"radius\":1}],\"next\":5}"))
			.isEqualTo(new TestTypes.Page<>(List.of(new Circle(1)), 5));
	}

	@Test
	void readsSealedType() {
		assertThat(read(Shape.class, "{\"type\":\"circle\",\"radius\":2}")).isEqualTo(new Circle(2));
		assertThat(read(Shape.class, "{\"side\":2,\"type\":\"square\"}")).isEqualTo(new Square(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"hexagon\"}", "{\"radius\":1}", "{}", "5", "{\"type\":5}" })
	void refusesUnknownSubtype(String json) {
		assertMisfit(Shape.class, json, "", "is not of a known type");
		assertMisfit(TestTypes.Drawing.class, "{\"title\":\"\",\"shape\":" + json + "}", "shape",
				"is not of a known type");
	}

	@Test
	void tellsThePathInsideSubtype() {
		assertMisfit(TestTypes.Drawing.class, "{\"shape\":{\"type\":\"circle\",\"radius\":\"1\"}}", "shape.radius",
				"must be a number");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "\"x\"", "\"\"", "[]", "true" })
	void refusesRecordOfAnotherShape(String json) {
		assertMisfit(Address.class, json, "", "is not valid");
	}

	@Test
	void refusesValueThatItsConstructorRefuses() {
		assertMisfit(TestTypes.NonEmpty.class, "{\"text\":\"\"}", "", "is not valid");
		assertMisfit(type(new ParameterizedTypeReference<TestTypes.Page<TestTypes.NonEmpty>>() {
		}), "{\"items\":[{\"text\":\"a\"},{\"text\":\"\"}]}", "items[1]", "is not valid");
	}

	@Test
	void keepsTheCauseForTheLog() {
		assertThatExceptionOfType(JsonDecodingException.class)
			.isThrownBy(() -> read(TestTypes.NonEmpty.class, "{\"text\":\"\"}"))
			.havingCause()
			.withMessageContaining("NonEmpty wants text");
	}

	@Test
	void leavesValueUndecodedWhereThatIsAskedFor() {
		assertThat(read(JsonValue.class, "{ \"a\":1.0}")).isInstanceOf(JsonValue.class).hasToString("{ \"a\":1.0}");
		assertThat(read(JsonValue.class, "null")).isNull();
	}

	@Test
	void readsUntypedValues() {
		assertThat(read(Object.class, "[1,2147483648,1.5,\"a\",null,true,{\"b\":[]}]"))
			.isEqualTo(Arrays.asList(1, 2147483648L, 1.5, "a", null, true, Map.of("b", List.of())));
	}

	@Test
	void preparesTypeOnce() {
		assertThat(this.codec.values().type(ADDRESSES))
			.isSameAs(this.codec.values().type(new ParameterizedTypeReference<List<Address>>() {
			}.getType()));
	}

	@Test
	void blamesTheTypeIfNoValueCouldFit() {
		JsonType job = this.codec.values().type(Job.class);
		for (String json : List.of("{\"task\":{}}", "{\"type\":\"java.lang.String\"}")) {
			assertThatIllegalStateException().as(json)
				.isThrownBy(() -> job.read(utf8(json), 0, json.length()))
				.withMessageContaining(Job.class.getName());
		}
		assertThat(read(Job.class, "{\"name\":\"a\",\"task\":null}")).isEqualTo(new Job("a", null, null));
	}

	record Job(String name, Runnable task, Class<?> type) {
	}

	@ParameterizedTest
	@ValueSource(classes = { TwoSetters.class, Runnable.class, Thread.class, Thread[][].class, Class.class,
			JsonRpcRequest.class })
	void tellsEarlyThatTypeCanNotBeRead(Class<?> type) {
		for (JsonValueMapper mapper : List.of(this.codec.values(), this.mappers.lenientScalars())) {
			assertThatIllegalArgumentException().isThrownBy(() -> mapper.type(type))
				.withMessageContaining(ClassUtils.getQualifiedName(type).replace("[]", ""));
		}
	}

	@Test
	void readsClassOfTheJdkThatTheApplicationDescribes() {
		JsonValueMapper mapper = this.mappers.withMixIn(BitSet.class, BitSetMixIn.class);
		assertThat(read(mapper, BitSet.class, "{}")).isEqualTo(new BitSet());
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.values().type(BitSet.class));
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	interface BitSetMixIn {

	}

	@Test
	void takesValueOfTheTypeAsItIs() {
		Address address = new Address("z", 1);
		assertThat(convert(Address.class, address)).isSameAs(address);
		assertThat(convert(Object.class, address)).isSameAs(address);
		assertThat(convert(int.class, 5)).isEqualTo(5);
		JsonValue json = (JsonValue) read(JsonValue.class, "[1]");
		assertThat(convert(JsonValue.class, json)).hasToString("[1]");
	}

	@Test
	void convertsValueOfAnotherType() {
		assertThat(convert(Address.class, Map.of("zip", "z", "number", 1))).isEqualTo(new Address("z", 1));
		assertThat(convert(ADDRESSES, List.of(Map.of("number", 1)))).isEqualTo(List.of(new Address(null, 1)));
		assertThat(convert(long.class, 5)).isEqualTo(5L);
		assertThat(convert(JsonValue.class, List.of(1))).hasToString("[1]");
		assertThat(convert(List.class, JsonRpcParams.positional(1, 2))).isEqualTo(List.of(1, 2));
		assertThat(convert(String.class, null)).isNull();
		assertThat(convert(type(new ParameterizedTypeReference<Optional<String>>() {
		}), null)).isEqualTo(Optional.empty());
	}

	@Test
	void convertsUndecodedValue() {
		JsonValue json = (JsonValue) read(JsonValue.class, "{\"zip\":\"z\",\"number\":1}");
		assertThat(convert(Address.class, json)).isEqualTo(new Address("z", 1));
		assertThat(this.codec.values().type(Address.class).read(json)).isEqualTo(new Address("z", 1));
	}

	@Test
	void refusesToConvertWhatDoesNotFit() {
		assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> convert(int.class, "5"))
			.withMessage("must be an integer of 32 bits");
		assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> convert(int.class, null))
			.withMessage("must be an integer of 32 bits");
		assertThatExceptionOfType(JsonDecodingException.class)
			.isThrownBy(() -> convert(ADDRESSES, List.of(Map.of("number", "x"))))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("[0].number"));
		assertThatExceptionOfType(JsonDecodingException.class)
			.isThrownBy(() -> convert(String.class, new TestTypes.Broken(new IOException())))
			.withMessage("must be a string");
	}

	@Test
	void tellsInvalidParamsIfDecodedValueDoesNotFit() {
		JsonValue json = (JsonValue) read(JsonValue.class, "[{\"number\":1},{\"number\":\"x\"}]");
		assertThatExceptionOfType(InvalidParamsException.class).isThrownBy(() -> json.decode(ADDRESSES))
			.satisfies((ex) -> assertThat(ex.data()).isEqualTo(Map.of("violations",
					List.of(Map.of("path", "[1].number", "message", "must be an integer of 32 bits")))));
	}

	private Object convert(Type type, Object value) {
		return this.codec.values().type(type).convert(value);
	}

	private static Type type(ParameterizedTypeReference<?> reference) {
		return reference.getType();
	}

	private void assertMisfit(Type type, String json, String path, String message) {
		assertThatExceptionOfType(JsonDecodingException.class).as("%s from %s", type, json)
			.isThrownBy(() -> read(type, json))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo(path));
	}

	/**
	 * Jackson can't choose between the setters.
	 */
	static final class TwoSetters {

		@JsonSetter("x")
		public void first(Address value) {
		}

		@JsonSetter("x")
		public void second(Shape value) {
		}

	}

}
