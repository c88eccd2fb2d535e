package io.github.springjsonrpc.autoconfigure;

/**
 * The application is put together in a way that can't work.
 */
public final class JsonRpcConfigurationException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Create an exception.
	 * @param problem what is wrong, and where
	 * @param remedy what to do about it
	 */
	public JsonRpcConfigurationException(String problem, String remedy) {
		super(problem);
		this.remedy = remedy;
	}

	String getRemedy() {
		return this.remedy;
	}

}
