package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonRpcMessage;

/**
 * The classes that are no beans, whatever setters and constructors they have: those that
 * come with the JDK, and messages, which no message has inside.
 */
final class NoBeans {

	private NoBeans() {
	}

	static boolean contain(Class<?> type) {
		ClassLoader classLoader = type.getClassLoader();
		return classLoader == null || classLoader == ClassLoader.getPlatformClassLoader()
				|| JsonRpcMessage.class.isAssignableFrom(type);
	}

}
