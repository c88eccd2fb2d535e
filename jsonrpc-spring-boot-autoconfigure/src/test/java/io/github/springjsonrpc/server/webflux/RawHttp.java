package io.github.springjsonrpc.server.webflux;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection on which a test decides about every byte, as no HTTP client lets it.
 */
final class RawHttp implements AutoCloseable {

	private static final int TIMEOUT = 30_000;

	private final Socket socket;

	private final InputStream in;

	private RawHttp(Socket socket) throws IOException {
		this.socket = socket;
		this.in = new BufferedInputStream(socket.getInputStream());
	}

	static RawHttp connect(int port) {
		try {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
			socket.setSoTimeout(TIMEOUT);
			socket.setTcpNoDelay(true);
			return new RawHttp(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Send a request on a connection of its own.
	 */
	static HttpAnswer exchange(int port, byte[] request) {
		try (RawHttp http = connect(port)) {
			return http.send(request).read();
		}
	}

	static HttpAnswer exchange(int port, String request) {
		return exchange(port, request.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return a POST request.
	 * @param headers lines of headers besides the host and the length
	 */
	static byte[] post(String path, byte[] body, String... headers) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(head("POST", path, headers, "Content-Length: " + body.length).getBytes(StandardCharsets.UTF_8));
		out.writeBytes(body);
		return out.toByteArray();
	}

	static byte[] post(String path, String body, String... headers) {
		return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	/**
	 * Return the head of a request.
	 */
	static String head(String method, String path, String[] headers, String... more) {
		StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		String given = String.join("\r\n", headers).toLowerCase(Locale.ROOT);
		if (!given.startsWith("host:") && !given.contains("\r\nhost:")) {
			head.append("Host: localhost\r\n");
		}
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		for (String header : more) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	RawHttp send(String text) {
		return send(text.getBytes(StandardCharsets.UTF_8));
	}

	RawHttp send(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			this.socket.getOutputStream().flush();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read one response.
	 */
	HttpAnswer read() {
		return read(true);
	}

	HttpAnswer read(boolean withBody) {
		try {
			int status = Integer.parseInt(readLine().split(" ")[1]);
			Map<String, String> headers = new HashMap<>();
			for (String line = readLine(); !line.isEmpty(); line = readLine()) {
				int colon = line.indexOf(':');
				headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim(),
						(one, other) -> one + ", " + other);
			}
			return new HttpAnswer(status, headers, withBody ? readBody(status, headers) : new byte[0]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] readBody(int status, Map<String, String> headers) throws IOException {
		if (status < 200 || status == 204) {
			return new byte[0];
		}
		if (!"chunked".equals(headers.get("transfer-encoding"))) {
			return this.in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
		}
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int size = Integer.parseInt(readLine(), 16);
		while (size > 0) {
			body.writeBytes(this.in.readNBytes(size));
			readLine();
			size = Integer.parseInt(readLine(), 16);
		}
		readLine();
		return body.toByteArray();
	}

	private String readLine() throws IOException {
		StringBuilder line = new StringBuilder();
		int c = this.in.read();
		while (c != '\n') {
			if (c < 0) {
				throw new EOFException("The server closed the connection, after '" + line + "'");
			}
			if (c != '\r') {
				line.append((char) c);
			}
			c = this.in.read();
		}
		return line.toString();
	}

	/**
	 * Wait for the server to close the connection.
	 * @return whether it did so without sending anything
	 */
	boolean isClosedByServer() {
		try {
			return this.in.read() < 0;
		}
		catch (IOException ex) {
			// a reset
			return true;
		}
	}

	/**
	 * Go away as a crashed client does: with a reset.
	 */
	void reset() {
		try {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
