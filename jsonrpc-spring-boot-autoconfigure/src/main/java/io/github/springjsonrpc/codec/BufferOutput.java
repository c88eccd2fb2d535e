package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * A stream into a buffer that can be taken back to an earlier position and may refuse to
 * grow beyond a size. That it did so it remembers, as serializers wrap exceptions, or
 * swallow them. Bytes reach the buffer in chunks, as each write to that costs more than
 * most have to say, and what is left with {@link #flush()}.
 */
final class BufferOutput extends OutputStream {

	private static final int MAX_CHUNK = 1024;

	// up to which length texts are written character by character
	private static final int MAX_DIRECT = 64;

	private final DataBuffer buffer;

	private final int maxSize;

	// how many bytes are in the buffer
	private int flushed;

	private byte[] chunk;

	private int count;

	private boolean limited;

	private boolean full;

	/**
	 * Create a stream.
	 * @param buffer where the bytes end up
	 * @param maxSize how many of them there may be while it is {@link #limited()}
	 * @param likelySize how many there may well be
	 */
	BufferOutput(DataBuffer buffer, int maxSize, int likelySize) {
		this.buffer = buffer;
		this.maxSize = maxSize;
		this.chunk = new byte[Math.min(likelySize, MAX_CHUNK)];
	}

	BufferOutput limited() {
		this.limited = true;
		return this;
	}

	BufferOutput unlimited() {
		this.limited = false;
		return this;
	}

	boolean isFull() {
		return this.full;
	}

	int position() {
		return this.flushed + this.count;
	}

	void rewind(int position) {
		if (position < this.flushed) {
			this.buffer.writePosition(this.buffer.writePosition() - (this.flushed - position));
			this.flushed = position;
		}
		this.count = position - this.flushed;
		this.full = false;
	}

	@Override
	public void write(int b) throws IOException {
		makeRoom(1);
		this.chunk[this.count++] = (byte) b;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		makeRoom(length);
		if (length > this.chunk.length) {
			this.buffer.write(bytes, offset, length);
			this.flushed += length;
			return;
		}
		System.arraycopy(bytes, offset, this.chunk, this.count, length);
		this.count += length;
	}

	/**
	 * Write a text as UTF-8.
	 * @param out where to; if it is one of these, and the text is ASCII, no array is made
	 * of it
	 */
	static void write(String text, OutputStream out) throws IOException {
		if (!(out instanceof BufferOutput buffer) || !buffer.writeAscii(text)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	/**
	 * Write a number in decimal digits.
	 * @param out where to; if it is one of these, no text is made of the number
	 */
	static void write(long number, OutputStream out) throws IOException {
		if (out instanceof BufferOutput buffer && number >= 0) {
			buffer.writeDigits(number);
		}
		else {
			write(Long.toString(number), out);
		}
	}

	private void writeDigits(long number) throws FullException {
		int digits = 1;
		for (long rest = number; rest >= 10; rest /= 10) {
			digits++;
		}
		makeRoom(digits);
		this.count += digits;
		long rest = number;
		for (int i = this.count - 1; digits > 0; i--, digits--) {
			this.chunk[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}

	private boolean writeAscii(String text) throws FullException {
		int length = text.length();
		if (length > MAX_DIRECT) {
			return false;
		}
		makeRoom(length);
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (c >= 0x80) {
				return false;
			}
			this.chunk[this.count + i] = (byte) c;
		}
		this.count += length;
		return true;
	}

	private void makeRoom(int length) throws FullException {
		if (this.limited && (this.full || length > this.maxSize - position())) {
			this.full = true;
			throw new FullException(this.maxSize);
		}
		if (length > this.chunk.length - this.count) {
			nextChunk();
		}
	}

	private void nextChunk() {
		flush();
		if (this.chunk.length < MAX_CHUNK) {
			this.chunk = new byte[2 * this.chunk.length];
		}
	}

	@Override
	public void flush() {
		this.buffer.write(this.chunk, 0, this.count);
		this.flushed += this.count;
		this.count = 0;
	}

	/**
	 * The size is reached.
	 */
	private static final class FullException extends IOException {

		private static final long serialVersionUID = 1L;

		FullException(int maxSize) {
			super("more than " + maxSize + " bytes");
		}

		@Override
		public Throwable fillInStackTrace() {
			return this;
		}

	}

}
