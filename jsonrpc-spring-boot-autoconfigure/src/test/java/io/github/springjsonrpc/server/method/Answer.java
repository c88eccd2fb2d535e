package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * An answer as its caller gets it.
 *
 * @param json the response
 */
record Answer(JsonNode json) {

	/**
	 * Return the result as JSON text.
	 */
	String result() {
		return member("result").toString();
	}

	int code() {
		return member("error").required("code").intValue();
	}

	String message() {
		return member("error").required("message").stringValue();
	}

	/**
	 * Return the data of the error as JSON text, empty if there is none.
	 */
	String data() {
		return member("error").path("data").toString();
	}

	/**
	 * Return what the data of an answer with -32602 tells, each as {@code path: message}.
	 */
	List<String> violations() {
		List<String> violations = new ArrayList<>();
		for (JsonNode violation : member("error").required("data").required("violations")) {
			violations
				.add(violation.required("path").stringValue() + ": " + violation.required("message").stringValue());
		}
		return violations;
	}

	private JsonNode member(String name) {
		JsonNode member = this.json.get(name);
		if (member == null) {
			throw new AssertionError("No " + name + " in " + this.json);
		}
		return member;
	}

}
