package io.github.springjsonrpc;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client that sends whatever frames a test wants, as no other one would.
 */
public final class RawWebSocket implements AutoCloseable {

	public static final int FINAL = 0x80;

	public static final int CONTINUATION = 0x0;

	public static final int TEXT = 0x1;

	public static final int BINARY = 0x2;

	public static final int CLOSE = 0x8;

	public static final int PING = 0x9;

	public static final int PONG = 0xA;

	private static final int TIMEOUT = 30_000;

	private static final byte[] MASK = { 0x11, 0x22, 0x33, 0x44 };

	private final Socket socket;

	private final DataInputStream in;

	private RawWebSocket(Socket socket) throws IOException {
		this.socket = socket;
		this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
	}

	public static RawWebSocket connect(int port, String path) {
		try {
			Socket socket = new Socket();
			// small, so that it is soon full if it is not read
			socket.setReceiveBufferSize(16 * 1024);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
			socket.setSoTimeout(TIMEOUT);
			socket.setTcpNoDelay(true);
			RawWebSocket webSocket = new RawWebSocket(socket);
			webSocket.shakeHands(path);
			return webSocket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void shakeHands(String path) throws IOException {
		write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) this.in.readUnsignedByte());
		}
		if (!head.toString().startsWith("HTTP/1.1 101 ")) {
			throw new IOException(head.toString());
		}
	}

	public RawWebSocket text(String message) {
		return send(frame(FINAL | TEXT, message.getBytes(StandardCharsets.UTF_8)));
	}

	public RawWebSocket send(byte[]... frames) {
		try {
			for (byte[] frame : frames) {
				write(frame);
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	/**
	 * Make a frame as clients do, masked.
	 */
	public static byte[] frame(int first, byte[] payload) {
		byte[] masked = payload.clone();
		for (int i = 0; i < masked.length; i++) {
			masked[i] ^= MASK[i % MASK.length];
		}
		return frame(first, payload.length, 0x80, MASK, masked);
	}

	/**
	 * Make a frame as only servers may.
	 */
	public static byte[] unmaskedFrame(int first, byte[] payload) {
		return frame(first, payload.length, 0, new byte[0], payload);
	}

	private static byte[] frame(int first, int length, int maskBit, byte[] mask, byte[] payload) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(first);
		if (length < 126) {
			out.write(maskBit | length);
		}
		else if (length < 65536) {
			out.write(maskBit | 126);
			out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
		}
		else {
			out.write(maskBit | 127);
			out.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
		}
		out.writeBytes(mask);
		out.writeBytes(payload);
		return out.toByteArray();
	}

	/**
	 * Read the next frame.
	 * @return the name of its kind and its payload as text; for a close frame its code
	 * instead; {@code dropped} if there is none any more
	 */
	public String next() {
		try {
			int opcode = this.in.readUnsignedByte() & 0xF;
			byte[] payload = new byte[length(this.in.readUnsignedByte())];
			this.in.readFully(payload);
			return switch (opcode) {
				case TEXT -> new String(payload, StandardCharsets.UTF_8);
				case PING -> "ping " + new String(payload, StandardCharsets.UTF_8);
				case PONG -> "pong " + new String(payload, StandardCharsets.UTF_8);
				case CLOSE ->
					"close" + ((payload.length < 2) ? "" : " " + (ByteBuffer.wrap(payload).getShort() & 0xFFFF));
				default -> throw new IllegalStateException("opcode " + opcode);
			};
		}
		catch (EOFException | SocketException ex) {
			return "dropped";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int length(int second) throws IOException {
		return switch (second) {
			case 126 -> this.in.readUnsignedShort();
			case 127 -> (int) this.in.readLong();
			default -> second;
		};
	}

	/**
	 * Wait for the server to close the connection, whatever it sends before.
	 */
	public String last() {
		String last = next();
		for (String frame = last; !frame.equals("dropped"); frame = next()) {
			last = frame;
		}
		return last;
	}

	/**
	 * Go away as a crashed client does: with a reset.
	 */
	public void reset() {
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
