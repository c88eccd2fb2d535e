package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import org.jspecify.annotations.Nullable;

/**
 * A parser of Jackson 2 that refuses numbers out of range, instead of handing out
 * something else.
 */
final class Jackson2StrictParser extends JsonParserDelegate {

	private final NumberRange range;

	private final @Nullable Class<?> wanted;

	/**
	 * Create a parser.
	 * @param parser the parser to read from
	 * @param range which numbers are accepted
	 * @param wanted the type of number that is read, or {@code null} for any value
	 */
	Jackson2StrictParser(JsonParser parser, NumberRange range, @Nullable Class<?> wanted) {
		super(parser);
		this.range = range;
		this.wanted = wanted;
	}

	@Override
	public String getText() throws IOException {
		String text = super.getText();
		if (this.wanted != null && this.wanted != Object.class && NumberRange.isNoNumber(text)) {
			throw new InputCoercionException(this, "not a number", currentToken(), this.wanted);
		}
		return text;
	}

	// Jackson also takes 128 to 255, and makes negative numbers of them
	@Override
	public byte getByteValue() throws IOException {
		byte value = super.getByteValue();
		if (this.wanted != null && value != getIntValue()) {
			throw new InputCoercionException(this, "out of range", currentToken(), byte.class);
		}
		return value;
	}

	@Override
	public double getDoubleValue() throws IOException {
		double value = super.getDoubleValue();
		if (!Double.isFinite(value)) {
			throw new OutOfRangeException(this);
		}
		return value;
	}

	@Override
	public float getFloatValue() throws IOException {
		float value = super.getFloatValue();
		if (!Float.isFinite(value)) {
			throw new OutOfRangeException(this);
		}
		return value;
	}

	@Override
	public BigDecimal getDecimalValue() throws IOException {
		try {
			return check(super.getDecimalValue());
		}
		catch (NumberFormatException ex) {
			// not even the exponent is
			throw new OutOfRangeException(this);
		}
	}

	@Override
	public Number getNumberValue() throws IOException {
		// asked for in messages as well
		return (this.wanted != null) ? check(super.getNumberValue()) : super.getNumberValue();
	}

	@Override
	public Number getNumberValueExact() throws IOException {
		return check(super.getNumberValueExact());
	}

	@Override
	public Object getNumberValueDeferred() throws IOException {
		return check(super.getNumberValueDeferred());
	}

	private <T> T check(T number) throws IOException {
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
