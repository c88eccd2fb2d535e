package io.github.springjsonrpc.codec;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * A parser of Jackson 3 that refuses numbers out of range, instead of handing out
 * something else.
 */
final class JacksonStrictParser extends JsonParserDelegate {

	private final NumberRange range;

	private final @Nullable Class<?> wanted;

	/**
	 * Create a parser.
	 * @param parser the parser to read from
	 * @param range which numbers are accepted
	 * @param wanted the type of number that is read, or {@code null} for any value
	 */
	JacksonStrictParser(JsonParser parser, NumberRange range, @Nullable Class<?> wanted) {
		super(parser);
		this.range = range;
		this.wanted = wanted;
	}

	@Override
	public String getString() {
		String text = super.getString();
		if (this.wanted != null && this.wanted != Object.class && NumberRange.isNoNumber(text)) {
			throw new InputCoercionException(this, "not a number", currentToken(), this.wanted);
		}
		return text;
	}

	// Jackson also takes 128 to 255, and makes negative numbers of them
	@Override
	public byte getByteValue() {
		byte value = super.getByteValue();
		if (this.wanted != null && value != getIntValue()) {
			throw new InputCoercionException(this, "out of range", currentToken(), byte.class);
		}
		return value;
	}

	@Override
	public double getDoubleValue() {
		double value = super.getDoubleValue();
		if (!Double.isFinite(value)) {
			throw new OutOfRangeException(this);
		}
		return value;
	}

	@Override
	public float getFloatValue() {
		float value = super.getFloatValue();
		if (!Float.isFinite(value)) {
			throw new OutOfRangeException(this);
		}
		return value;
	}

	@Override
	public BigDecimal getDecimalValue() {
		try {
			return check(super.getDecimalValue());
		}
		catch (NumberFormatException ex) {
			// not even the exponent is
			throw new OutOfRangeException(this);
		}
	}

	@Override
	public Number getNumberValue() {
		// asked for in messages as well
		return (this.wanted != null) ? check(super.getNumberValue()) : super.getNumberValue();
	}

	@Override
	public Number getNumberValueExact() {
		return check(super.getNumberValueExact());
	}

	@Override
	public Object getNumberValueDeferred() {
		return check(super.getNumberValueDeferred());
	}

	private <T> T check(T number) {
		if (!this.range.contains(number)) {
			throw new OutOfRangeException(this);
		}
		return number;
	}

	/**
	 * A number is out of range.
	 */
	static final class OutOfRangeException extends InputCoercionException {

		private static final long serialVersionUID = 1L;

		OutOfRangeException(JsonParser parser) {
			super(parser, "out of range", parser.currentToken(), Number.class);
		}

	}

}
