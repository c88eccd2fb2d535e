package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

/**
 * Maps JSON values to Java and back: what a {@link JsonRpcCodec} asks of a JSON library.
 * Implementations are thread-safe.
 */
public interface JsonValueMapper {

	/**
	 * Prepare the reading of a type.
	 * @param type a class or generic type
	 * @return the reader, to be kept by whoever reads the type often
	 * @throws IllegalArgumentException if values of the type can't be read
	 */
	JsonType type(Type type);

	/**
	 * Write a value as UTF-8. The stream is neither closed nor, on failure, taken back.
	 * @param value the value; a {@link io.github.springjsonrpc.protocol.JsonValue} or
	 * {@link io.github.springjsonrpc.protocol.JsonRpcParams} anywhere in it is written as
	 * it came
	 * @param type the declared type, or {@code null} to go by the class of the value
	 * @param out where to write to
	 * @throws JsonEncodingException if the value can't be written as JSON
	 * @throws IOException if {@code out} fails
	 */
	void write(Object value, @Nullable Type type, OutputStream out) throws IOException;

	/**
	 * Return the limits that hold for everything this mapper reads. The codec applies
	 * them to the envelope, and so to values that are never decoded.
	 * @return the limits
	 */
	JsonReadLimits limits();

}
