package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object after the other as a message. What is wrong with an object is
 * told only when all of its members are known, so that the id is not lost.
 */
final class MessageReader {

	private final Envelope envelope;

	private @Nullable String problem;

	// that of the last request: in a batch most have the same
	private @Nullable String method;

	MessageReader(Envelope envelope) {
		this.envelope = envelope;
	}

	/**
	 * Read the object that comes next.
	 */
	JsonRpcMessage read() {
		this.problem = null;
		this.envelope.scan();
		EnvelopeMember twice = this.envelope.anyTwice();
		if (twice != null) {
			problem(twice, "stands twice");
		}
		if (!this.envelope.isString(EnvelopeMember.JSONRPC, "2.0")) {
			problem(EnvelopeMember.JSONRPC, "is not \"2.0\"");
		}
		boolean response = !this.envelope.has(EnvelopeMember.METHOD)
				&& (this.envelope.has(EnvelopeMember.RESULT) || this.envelope.has(EnvelopeMember.ERROR));
		return response ? readResponse() : readRequest();
	}

	private JsonRpcMessage readRequest() {
		JsonRpcId id = readId();
		JsonRpcParams params = readParams();
		String method = this.envelope.string(EnvelopeMember.METHOD, this.method);
		if (method == null) {
			problem(EnvelopeMember.METHOD, "is not a string");
		}
		this.method = method;
		if (method == null || this.problem != null) {
			return invalid(id, false);
		}
		return (id != null) ? JsonRpcRequest.request(id, method, params) : JsonRpcRequest.notification(method, params);
	}

	/**
	 * Read a response. The specification forbids both members in one; there are servers
	 * that send the other as null all the same, which leaves no doubt what they mean.
	 */
	private JsonRpcMessage readResponse() {
		JsonRpcId id = readId();
		if (id == null) {
			problem(EnvelopeMember.ID, "is missing");
		}
		boolean failed = this.envelope.hasValue(EnvelopeMember.ERROR);
		JsonRpcError error = failed ? readError() : null;
		boolean succeeded = this.envelope.hasValue(EnvelopeMember.RESULT);
		if (failed && succeeded) {
			problem(EnvelopeMember.RESULT, "stands next to an error");
		}
		else if (!failed && !this.envelope.has(EnvelopeMember.RESULT)) {
			problem(EnvelopeMember.RESULT, "is missing");
		}
		if (id == null || this.problem != null) {
			return invalid(id, true);
		}
		return (error != null) ? JsonRpcResponse.failure(id, error)
				: JsonRpcResponse.success(id, succeeded ? this.envelope.value(EnvelopeMember.RESULT) : null);
	}

	private @Nullable JsonRpcId readId() {
		if (!this.envelope.has(EnvelopeMember.ID) || this.envelope.hasTwice(EnvelopeMember.ID)) {
			return null;
		}
		return switch (this.envelope.first(EnvelopeMember.ID)) {
			case 'n' -> JsonRpcId.NULL;
			case '{', '[', 't', 'f' -> {
				problem(EnvelopeMember.ID, "is not a string, number or null");
				yield null;
			}
			default -> readStringOrNumber();
		};
	}

	private JsonRpcId readStringOrNumber() {
		long integer = this.envelope.integer(EnvelopeMember.ID);
		return (integer != PlainInteger.NONE) ? JsonRpcId.of(integer)
				: JsonRpcId.ofJson(this.envelope.token(EnvelopeMember.ID));
	}

	private JsonRpcParams readParams() {
		if (!this.envelope.hasValue(EnvelopeMember.PARAMS)) {
			return JsonRpcParams.none();
		}
		char first = this.envelope.first(EnvelopeMember.PARAMS);
		if (first != '[' && first != '{') {
			problem(EnvelopeMember.PARAMS, "is not an array or object");
			return JsonRpcParams.none();
		}
		return JsonRpcParams.encoded((first == '[') ? JsonRpcParams.Kind.POSITIONAL : JsonRpcParams.Kind.NAMED,
				this.envelope.value(EnvelopeMember.PARAMS));
	}

	private @Nullable JsonRpcError readError() {
		JsonRpcError error = ErrorReader.read(this.envelope.value(EnvelopeMember.ERROR));
		if (error == null) {
			problem(EnvelopeMember.ERROR, "is not an object with a code and a message");
		}
		return error;
	}

	private InvalidMessage invalid(@Nullable JsonRpcId id, boolean response) {
		return new InvalidMessage((id != null) ? id : JsonRpcId.NULL, JsonRpcErrorCode.INVALID_REQUEST.error(),
				String.valueOf(this.problem), response);
	}

	private void problem(EnvelopeMember member, String problem) {
		if (this.problem == null) {
			this.problem = member + " " + problem;
		}
	}

}
