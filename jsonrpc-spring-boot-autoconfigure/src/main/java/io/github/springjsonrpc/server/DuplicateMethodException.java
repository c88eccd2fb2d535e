package io.github.springjsonrpc.server;

/**
 * Two methods of one server have the same name.
 */
public class DuplicateMethodException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private final String registered;

	private final String rejected;

	/**
	 * Create an exception.
	 * @param name the name
	 * @param registered where the method that has it is declared
	 * @param rejected where the method that wants it too is declared
	 */
	public DuplicateMethodException(String name, String registered, String rejected) {
		super("JSON-RPC method '" + name + "' of " + rejected + " is already that of " + registered);
		this.name = name;
		this.registered = registered;
		this.rejected = rejected;
	}

	/**
	 * Return the name.
	 * @return the name of both methods
	 */
	public String getName() {
		return this.name;
	}

	/**
	 * Return where the method that has the name is declared.
	 * @return the owner
	 */
	public String getRegistered() {
		return this.registered;
	}

	/**
	 * Return where the method that wants the name too is declared.
	 * @return the owner
	 */
	public String getRejected() {
		return this.rejected;
	}

}
