package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as a message. The members are taken in whatever order they come,
 * and what is wrong with them is told only when all are known, so that the id is not
 * lost.
 */
final class MessageReader {

	private final byte[] json;

	private final JsonScanner scanner;

	private final JsonValueMapper mapper;

	private @Nullable JsonRpcId id;

	private boolean validId = true;

	private @Nullable String method;

	private JsonRpcParams params = JsonRpcParams.none();

	private boolean version;

	private int seen;

	private @Nullable String problem;

	MessageReader(byte[] json, JsonScanner scanner, JsonValueMapper mapper) {
		this.json = json;
		this.scanner = scanner;
		this.mapper = mapper;
	}

	JsonRpcMessage read() {
		this.scanner.enter('{');
		if (!this.scanner.leave()) {
			do {
				readMember();
			}
			while (this.scanner.anotherOrLeave());
		}
		return toMessage();
	}

	private JsonRpcMessage toMessage() {
		if (!this.version) {
			problem("the member \"jsonrpc\" is not \"2.0\"");
		}
		String method = this.method;
		if (method == null) {
			problem("the member \"method\" is not a string");
		}
		if (method == null || this.problem != null) {
			JsonRpcId id = (this.validId && this.id != null) ? this.id : JsonRpcId.NULL;
			return new InvalidMessage(id, JsonRpcErrorCode.INVALID_REQUEST.error(), String.valueOf(this.problem));
		}
		return (this.id != null) ? JsonRpcRequest.request(this.id, method, this.params)
				: JsonRpcRequest.notification(method, this.params);
	}

	private void readMember() {
		this.scanner.peek();
		int nameStart = this.scanner.position();
		int nameEnd = this.scanner.skipName();
		int first = this.scanner.peek();
		int start = this.scanner.position();
		this.scanner.skipValue();
		Member member = member(nameStart, nameEnd);
		if (member == null) {
			return;
		}
		if ((this.seen & member.bit()) != 0) {
			problem("the member \"" + member.text + "\" stands twice");
			this.validId &= member != Member.ID;
		}
		this.seen |= member.bit();
		readValue(member, first, start, this.scanner.position());
	}

	private @Nullable Member member(int nameStart, int nameEnd) {
		for (Member member : Member.VALUES) {
			if (member.isNamed(this.json, nameStart, nameEnd)) {
				return member;
			}
		}
		for (int i = nameStart; i < nameEnd; i++) {
			if (this.json[i] == '\\') {
				return Member.named(this.scanner.string(nameStart, nameEnd));
			}
		}
		return null;
	}

	private void readValue(Member member, int first, int start, int end) {
		switch (member) {
			case JSONRPC -> this.version = first == '"' && "2.0".equals(this.scanner.string(start, end));
			case METHOD -> this.method = (first == '"') ? this.scanner.string(start, end) : null;
			case ID -> readId(first, start, end);
			case PARAMS -> readParams(first, start, end);
		}
	}

	private void readId(int first, int start, int end) {
		if (first == '{' || first == '[' || first == 't' || first == 'f') {
			this.validId = false;
			problem("the member \"id\" is not a string, number or null");
			return;
		}
		this.id = (first == 'n') ? JsonRpcId.NULL : JsonRpcId.ofJson(this.scanner.token(start, end));
	}

	private void readParams(int first, int start, int end) {
		if (first == '[' || first == '{') {
			JsonRpcParams.Kind kind = (first == '[') ? JsonRpcParams.Kind.POSITIONAL : JsonRpcParams.Kind.NAMED;
			this.params = JsonRpcParams.encoded(kind, new EncodedJson(this.json, start, end, this.mapper));
		}
		else if (first != 'n') {
			problem("the member \"params\" is not an array or object");
		}
	}

	private void problem(String problem) {
		if (this.problem == null) {
			this.problem = problem;
		}
	}

	/**
	 * The members of a request.
	 */
	private enum Member {

		JSONRPC("jsonrpc"), METHOD("method"), ID("id"), PARAMS("params");

		private static final Member[] VALUES = values();

		private final String text;

		Member(String text) {
			this.text = text;
		}

		int bit() {
			return 1 << ordinal();
		}

		static @Nullable Member named(String text) {
			for (Member member : VALUES) {
				if (member.text.equals(text)) {
					return member;
				}
			}
			return null;
		}

		private boolean isNamed(byte[] json, int nameStart, int nameEnd) {
			if (nameEnd - nameStart != this.text.length() + 2) {
				return false;
			}
			for (int i = 0; i < this.text.length(); i++) {
				if (json[nameStart + 1 + i] != this.text.charAt(i)) {
					return false;
				}
			}
			return true;
		}

	}

}
