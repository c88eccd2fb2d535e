package io.github.springjsonrpc.server.method;

import io.github.springjsonrpc.server.InvalidMethodException;

/**
 * The name of a parameter is unknown: the class was compiled without it.
 */
public class MissingParameterNameException extends InvalidMethodException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param parameter the parameter in words
	 */
	public MissingParameterNameException(String parameter) {
		super(parameter + " has no name, as its class was compiled without the '-parameters' flag",
				"Compile with '-parameters', as the Maven parent and the Gradle plugin of Spring Boot do, "
						+ "or name the parameter with @RpcParam.");
	}

}
