package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.server.DuplicateMethodException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which two methods have the same name.
 */
final class DuplicateMethodFailureAnalyzer extends AbstractFailureAnalyzer<DuplicateMethodException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DuplicateMethodException cause) {
		return new FailureAnalysis(
				"The JSON-RPC method '" + cause.getName()
						+ "' is offered twice:%n%n\t- %s%n\t- %s".formatted(cause.getRegistered(), cause.getRejected()),
				"Give one of them another name by its annotation, or another prefix or server by @RpcService.", cause);
	}

}
