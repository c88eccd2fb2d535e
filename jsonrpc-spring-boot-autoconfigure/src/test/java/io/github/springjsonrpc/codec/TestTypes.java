package io.github.springjsonrpc.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What the tests of the codec read and write.
 */
final class TestTypes {

	private TestTypes() {
	}

	enum Color {

		RED, GREEN

	}

	record User(UUID uuid, String username, String email) {
	}

	record Address(String zip, int number) {
	}

	record Customer(long id, String name, Optional<String> nick, List<Address> addresses, Map<String, Integer> scores,
			Color color, Instant since) {
	}

	record Amounts(int[] cents, List<Long> longs, BigDecimal exact, Double ratio, Boolean paid, byte[] bytes) {
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	sealed interface Shape {

	}

	record Circle(double radius) implements Shape {
	}

	record Square(double side) implements Shape {
	}

	interface Named<T> {

		T getName();

	}

	interface Animal extends Named<String> {

	}

	record Dog(int age) implements Animal {

		@Override
		public String getName() {
			return "Rex";
		}

	}

	record Drawing(String title, Shape shape) {
	}

	record Money(long amount, String currency) {
	}

	record Price(String article, Money money) {
	}

	record NonEmpty(String text) {

		NonEmpty {
			if (text.isEmpty()) {
				throw new IllegalArgumentException("NonEmpty wants text");
			}
		}

	}

	/**
	 * Its properties are buffered until the type is known.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes(@JsonSubTypes.Type(value = Measured.class, name = "measured"))
	sealed interface Measurement {

	}

	record Measured(double value, BigDecimal exact, Object any, byte small) implements Measurement {
	}

	record Page<T>(List<T> items, Object next) {
	}

	record Names(String firstName, String lastName) {
	}

	record Holder(Object value) {
	}

	/**
	 * Its getter fails.
	 */
	static final class Broken {

		private final Exception failure;

		Broken(Exception failure) {
			this.failure = failure;
		}

		public String getValue() throws Exception {
			throw this.failure;
		}

	}

	/**
	 * Contains itself.
	 */
	static final class Endless {

		public Endless getSelf() {
			return this;
		}

	}

}
