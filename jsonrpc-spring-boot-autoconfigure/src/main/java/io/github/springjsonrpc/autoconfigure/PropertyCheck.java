package io.github.springjsonrpc.autoconfigure;

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

	static int positive(int value, String name) {
		that(value > 0, name, value, "It must be positive.");
		return value;
	}

	static void that(boolean valid, String name, @Nullable Object value, String reason) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

}
