package io.github.springjsonrpc.codec;

import java.io.IOException;
import java.io.OutputStream;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * A stream into a buffer that can be taken back to an earlier position and may refuse to
 * grow beyond a size. That it did so it remembers, as serializers wrap exceptions, or
 * swallow them.
 */
final class BufferOutput extends OutputStream {

	private final DataBuffer buffer;

	private final int maxSize;

	private boolean limited;

	private boolean full;

	BufferOutput(DataBuffer buffer, int maxSize) {
		this.buffer = buffer;
		this.maxSize = maxSize;
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
		return this.buffer.writePosition();
	}

	void rewind(int position) {
		this.buffer.writePosition(position);
		this.full = false;
	}

	@Override
	public void write(int b) throws IOException {
		checkRoom(1);
		this.buffer.write((byte) b);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		checkRoom(length);
		this.buffer.write(bytes, offset, length);
	}

	private void checkRoom(int length) throws FullException {
		if (this.limited && (this.full || length > this.maxSize - this.buffer.writePosition())) {
			this.full = true;
			throw new FullException(this.maxSize);
		}
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
