package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/**
 * Checks values of properties, also where no Bean Validation provider is there to do so.
 */
public final class PropertyCheck {

	private PropertyCheck() {
	}

	/**
	 * Return a size as a number of bytes.
	 * @param size the size
	 * @param name the name of the property
	 * @return the number
	 */
	public static int bytes(DataSize size, String name) {
		that(size.toBytes() > 0 && size.toBytes() <= Integer.MAX_VALUE, name, size,
				"It must be positive and less than 2 GB.");
		return (int) size.toBytes();
	}

	/**
	 * Refuse a time that is not positive.
	 * @param value the time
	 * @param name the name of the property
	 */
	public static void positive(Duration value, String name) {
		that(value.compareTo(Duration.ZERO) > 0, name, value, "It must be positive.");
	}

	static int positive(int value, String name) {
		that(value > 0, name, value, "It must be positive.");
		return value;
	}

	/**
	 * Refuse a value.
	 * @param valid whether the value can be meant
	 * @param name the name of the property
	 * @param value the value
	 * @param reason what it must be
	 */
	public static void that(boolean valid, String name, @Nullable Object value, String reason) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

}
