package io.github.springjsonrpc.server.webflux;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.util.PatternMatchUtils;

/**
 * The hosts to accept requests for. They are compared with the authority of the URI and
 * not with its host, which is unknown to {@link URI} where a name has an underscore in
 * it, as those of containers often have.
 */
final class AllowedHosts {

	private final String[] patterns;

	AllowedHosts(List<String> patterns) {
		this.patterns = patterns.stream().map((pattern) -> pattern.toLowerCase(Locale.ROOT)).toArray(String[]::new);
	}

	/**
	 * Whether requests to a URI are accepted: all of them if no hosts are listed.
	 */
	boolean accept(URI uri) {
		if (this.patterns.length == 0) {
			return true;
		}
		String authority = authority(uri);
		int port = authority.indexOf(':', authority.lastIndexOf(']') + 1);
		String host = (port < 0) ? authority : authority.substring(0, port);
		String hostAndPort = (port < 0) ? host + ":" + defaultPort(uri) : authority;
		return !host.isEmpty() && (PatternMatchUtils.simpleMatch(this.patterns, host)
				|| PatternMatchUtils.simpleMatch(this.patterns, hostAndPort));
	}

	private static String authority(URI uri) {
		String authority = uri.getRawAuthority();
		return (authority != null) ? authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT) : "";
	}

	private static int defaultPort(URI uri) {
		return "https".equals(uri.getScheme()) ? 443 : 80;
	}

}
