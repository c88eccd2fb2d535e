package io.github.springjsonrpc.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A URL as it may be shown: user info and query can hold secrets.
 */
final class Endpoint {

	private Endpoint() {
	}

	static String of(URI url) {
		String host = (url.getHost() != null) ? url.getHost() : withoutUserInfo(url.getRawAuthority());
		String port = (url.getHost() != null && url.getPort() != -1) ? ":" + url.getPort() : "";
		return url.getScheme() + "://" + host + port + url.getRawPath();
	}

	// a host that is none, such as my_service, is still a name
	private static String withoutUserInfo(@Nullable String authority) {
		return (authority != null) ? authority.substring(authority.lastIndexOf('@') + 1) : "";
	}

}
