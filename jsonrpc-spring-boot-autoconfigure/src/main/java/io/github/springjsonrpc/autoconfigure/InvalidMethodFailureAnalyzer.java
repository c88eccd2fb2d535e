package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.server.InvalidMethodException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says why a method can't be offered, and what to do about it.
 */
final class InvalidMethodFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMethodException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidMethodException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.getRemedy(), cause);
	}

}
