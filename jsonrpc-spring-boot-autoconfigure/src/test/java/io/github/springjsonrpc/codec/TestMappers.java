package io.github.springjsonrpc.codec;

/**
 * Mappers of one JSON library, each customized in one way that the contract asks about.
 */
interface TestMappers {

	/** As Spring Boot configures the library, with strict scalars. */
	JsonValueMapper standard();

	JsonValueMapper lenientScalars();

	JsonValueMapper withLimits(JsonReadLimits limits);

	JsonValueMapper withSnakeCase();

	JsonValueMapper withMixIn(Class<?> target, Class<?> mixIn);

	/** Reads and writes {@link TestTypes.Money} as a string such as {@code 5 EUR}. */
	JsonValueMapper withMoney();

	/**
	 * Reads and writes each string in capitals, wraps written root values and indents.
	 */
	JsonValueMapper withEccentricStyle();

	/** Adds the class to every object that is not of a final class. */
	JsonValueMapper withDefaultTyping();

	/** Reads {@link Double} from text and {@link Byte} without a sign. */
	JsonValueMapper withOwnNumbers();

	/** Writes numbers as text, and a slash with a backslash. */
	JsonValueMapper withNumbersAsText();

	/** Refuses members that stand twice. */
	JsonValueMapper withStrictDuplicateDetection();

	/** Refuses members that the class does not know. */
	JsonValueMapper withKnownMembersOnly();

	/** Has a serializer and a deserializer of {@link Integer} that nobody can load. */
	JsonValueMapper withUnloadableIntegers();

}
