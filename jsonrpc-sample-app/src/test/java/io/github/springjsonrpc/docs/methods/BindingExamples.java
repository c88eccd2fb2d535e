package io.github.springjsonrpc.docs.methods;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.annotation.RpcService;
import org.jspecify.annotations.Nullable;

/**
 * A method for each declaration in the binding table of {@code docs/methods.md}; it tells
 * what it got.
 */
@RpcService("binding")
class BindingExamples {

	@RpcMethod
	String ofInt(int n) {
		return String.valueOf(n);
	}

	@RpcMethod
	String ofDouble(double d) {
		return String.valueOf(d);
	}

	@RpcMethod
	String ofByte(byte b) {
		return String.valueOf(b);
	}

	@RpcMethod
	String ofObject(Object anything) {
		return String.valueOf(anything);
	}

	@RpcMethod
	String ofOptionalInt(OptionalInt n) {
		return String.valueOf(n);
	}

	@RpcMethod
	String ofBigDecimal(BigDecimal price) {
		return String.valueOf(price);
	}

	@RpcMethod
	String ofBoolean(boolean flag) {
		return String.valueOf(flag);
	}

	@RpcMethod
	String ofString(String text) {
		return text;
	}

	@RpcMethod
	String ofNullable(@Nullable String text) {
		return String.valueOf(text);
	}

	@RpcMethod
	String ofOptional(Optional<Integer> n) {
		return String.valueOf(n);
	}

	@RpcMethod
	String ofDefault(@RpcParam(defaultValue = "5") int n) {
		return String.valueOf(n);
	}

	@RpcMethod
	String ofEnum(Size size) {
		return String.valueOf(size);
	}

	@RpcMethod
	String ofUuid(UUID uuid) {
		return String.valueOf(uuid);
	}

	@RpcMethod
	String ofInstant(Instant time) {
		return String.valueOf(time);
	}

	@RpcMethod
	String ofList(List<Integer> list) {
		return String.valueOf(list);
	}

	@RpcMethod
	String ofRecord(Point point) {
		return String.valueOf(point);
	}

	@RpcMethod
	String ofVarargs(int... rest) {
		return Arrays.toString(rest);
	}

	@RpcMethod
	String ofTexts(String... rest) {
		return Arrays.toString(rest);
	}

	@RpcMethod
	String ofNullableTexts(@Nullable String... rest) {
		return Arrays.toString(rest);
	}

	@RpcMethod
	String ofRestList(@RpcParam(rest = true) List<Object> rest) {
		return String.valueOf(rest);
	}

	@RpcMethod
	String ofRestMap(@RpcParam(rest = true) Map<String, Integer> rest) {
		return String.valueOf(rest);
	}

	@RpcMethod
	String ofWhole(@RpcParams Point point) {
		return String.valueOf(point);
	}

	enum Size {

		SMALL, LARGE

	}

	record Point(int x, int y) {

	}

}
