package io.github.springjsonrpc.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what does not fit together, and what to do about it.
 */
final class JsonRpcConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<JsonRpcConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, JsonRpcConfigurationException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.getRemedy(), cause);
	}

}
