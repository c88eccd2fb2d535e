package io.github.springjsonrpc.codec;

import java.io.OutputStream;
import java.lang.reflect.Type;

public final class Jackson2ValueMapper implements JsonValueMapper {

	public Jackson2ValueMapper(com.fasterxml.jackson.databind.ObjectMapper m, boolean strict) {
	}

	public JsonType type(Type t) {
		throw new IllegalStateException();
	}

	public void write(Object v, Type t, OutputStream o) {
	}

	public JsonReadLimits limits() {
		return null;
	}

}
