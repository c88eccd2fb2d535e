package io.github.springjsonrpc.codec;

import java.util.Arrays;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;

/**
 * Walks over the values of a JSON text without decoding them, and makes sure that it is
 * one.
 */
final class JsonScanner extends JsonLexer {

	private static final long[] NONE = {};

	private final int maxDepth;

	private int depth;

	// one bit for each open container, the innermost the lowest, set for an object
	private long objects;

	// the bits of those further out, 64 by 64
	private long[] outerObjects = NONE;

	JsonScanner(byte[] json, int start, int end, JsonReadLimits limits) {
		super(json, start, end, limits);
		this.maxDepth = limits.maxDepth();
	}

	/**
	 * Skip an opening bracket.
	 */
	void enter(char bracket) {
		expect(bracket);
		if (this.depth >= this.maxDepth) {
			throw RejectedJsonException.limit(JsonRpcErrorCode.PARSE_ERROR, "nesting deeper than " + this.maxDepth);
		}
		if (this.depth > 0 && this.depth % Long.SIZE == 0) {
			saveObjects(this.depth / Long.SIZE - 1);
		}
		this.objects = (this.objects << 1) | ((bracket == '{') ? 1 : 0);
		this.depth++;
	}

	/**
	 * Skip the beginning of an object, if it is that of an object which was skipped
	 * before.
	 * @param other where that one begins
	 * @param length how many bytes of it, the opening bracket included, have to be the
	 * same
	 * @return whether they are
	 */
	boolean enterAgain(int other, int length) {
		if (length == 0 || !isRepeated(other, length)) {
			return false;
		}
		enter('{');
		skip(length - 1);
		return true;
	}

	private void saveObjects(int index) {
		if (index == this.outerObjects.length) {
			this.outerObjects = Arrays.copyOf(this.outerObjects, 2 * index + 1);
		}
		this.outerObjects[index] = this.objects;
	}

	/**
	 * Skip a closing bracket of the innermost container, if it comes next.
	 * @return whether it came next
	 */
	boolean leave() {
		if (accept(insideObject() ? '}' : ']')) {
			this.depth--;
			this.objects >>>= 1;
			if (this.depth > 0 && this.depth % Long.SIZE == 0) {
				this.objects = this.outerObjects[this.depth / Long.SIZE - 1];
			}
			return true;
		}
		return false;
	}

	/**
	 * Skip the comma or closing bracket behind an element.
	 * @return whether another element comes next
	 */
	boolean anotherOrLeave() {
		if (leave()) {
			return false;
		}
		expect(',');
		return true;
	}

	private boolean insideObject() {
		return (this.objects & 1) != 0;
	}

	/**
	 * Skip one value, however deep. Not recursive, so that no nesting overflows the
	 * stack.
	 */
	void skipValue() {
		int outside = this.depth;
		do {
			if (skipScalarOrEnter()) {
				continue;
			}
			while (this.depth > outside && leave()) {
				// behind the last element of a container comes what is behind that
			}
			if (this.depth > outside) {
				expect(',');
				skipNameInObject();
			}
		}
		while (this.depth > outside);
	}

	/**
	 * Skip a scalar, an empty container or the beginning of another one.
	 * @return whether a value inside a container comes next
	 */
	private boolean skipScalarOrEnter() {
		int c = peek();
		if (c != '{' && c != '[') {
			skipScalar();
			return false;
		}
		enter((char) c);
		if (leave()) {
			return false;
		}
		skipNameInObject();
		return true;
	}

	private void skipNameInObject() {
		if (insideObject()) {
			skipName();
		}
	}

}
