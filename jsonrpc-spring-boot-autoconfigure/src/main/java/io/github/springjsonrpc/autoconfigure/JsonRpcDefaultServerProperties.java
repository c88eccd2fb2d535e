package io.github.springjsonrpc.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;

/**
 * Properties of the default server, and those that hold for all servers.
 */
public class JsonRpcDefaultServerProperties extends JsonRpcServerProperties {

	/**
	 * Whether to offer methods at all.
	 */
	private boolean enabled = true;

	/**
	 * Where methods run that do not say it by themselves.
	 */
	private RpcMethod.Execution execution = RpcMethod.Execution.AUTO;

	/**
	 * What callers get to see of an exception that nobody expected. For development only.
	 */
	private IncludeException includeException = IncludeException.NEVER;

	private final Worker worker = new Worker();

	private final Middleware middleware = new Middleware();

	private final Logging logging = new Logging();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public RpcMethod.Execution getExecution() {
		return this.execution;
	}

	public void setExecution(RpcMethod.Execution execution) {
		this.execution = execution;
	}

	public IncludeException getIncludeException() {
		return this.includeException;
	}

	public void setIncludeException(IncludeException includeException) {
		this.includeException = includeException;
	}

	public Worker getWorker() {
		return this.worker;
	}

	public Middleware getMiddleware() {
		return this.middleware;
	}

	public Logging getLogging() {
		return this.logging;
	}

	/**
	 * Threads for methods that block.
	 */
	public static class Worker {

		/**
		 * Maximum number of threads for methods that block. Not used with virtual
		 * threads.
		 */
		private int maxThreads = 200;

		/**
		 * Maximum number of calls that wait for such a thread. More are answered with an
		 * error.
		 */
		private int queueCapacity = 10_000;

		public int getMaxThreads() {
			return this.maxThreads;
		}

		public void setMaxThreads(int maxThreads) {
			this.maxThreads = maxThreads;
		}

		public int getQueueCapacity() {
			return this.queueCapacity;
		}

		public void setQueueCapacity(int queueCapacity) {
			this.queueCapacity = queueCapacity;
		}

	}

	/**
	 * What the library itself puts around calls.
	 */
	public static class Middleware {

		/**
		 * Whether exceptions are mapped by "@RpcError" and by RpcExceptionResolver beans.
		 */
		private boolean exceptionMapping = true;

		/**
		 * Whether parameters of the type JsonRpcRequest get the request.
		 */
		private boolean requestInjection = true;

		/**
		 * Whether requests and responses are logged.
		 */
		private boolean logging;

		/**
		 * Whether the headers Origin and Host are checked.
		 */
		private boolean originCheck = true;

		public boolean isExceptionMapping() {
			return this.exceptionMapping;
		}

		public void setExceptionMapping(boolean exceptionMapping) {
			this.exceptionMapping = exceptionMapping;
		}

		public boolean isRequestInjection() {
			return this.requestInjection;
		}

		public void setRequestInjection(boolean requestInjection) {
			this.requestInjection = requestInjection;
		}

		public boolean isLogging() {
			return this.logging;
		}

		public void setLogging(boolean logging) {
			this.logging = logging;
		}

		public boolean isOriginCheck() {
			return this.originCheck;
		}

		public void setOriginCheck(boolean originCheck) {
			this.originCheck = originCheck;
		}

	}

	/**
	 * The log of requests and responses.
	 */
	public static class Logging {

		/**
		 * Maximum number of characters of params or a result in the log.
		 */
		private int maxLength = 1000;

		/**
		 * Comma-separated list of names of parameters and members whose values are not
		 * logged, however deep they are.
		 */
		private Set<String> redact = new LinkedHashSet<>(List.of("password", "secret", "token"));

		public int getMaxLength() {
			return this.maxLength;
		}

		public void setMaxLength(int maxLength) {
			this.maxLength = maxLength;
		}

		public Set<String> getRedact() {
			return this.redact;
		}

		public void setRedact(Set<String> redact) {
			this.redact = redact;
		}

	}

}
