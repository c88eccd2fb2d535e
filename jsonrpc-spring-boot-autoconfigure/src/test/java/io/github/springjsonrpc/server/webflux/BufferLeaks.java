package io.github.springjsonrpc.server.webflux;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a test class at whose end Netty reports buffers that nobody released. Netty finds
 * out when it allocates another one after a garbage collection.
 */
public final class BufferLeaks implements BeforeAllCallback, AfterAllCallback {

	private static final List<String> reports = new CopyOnWriteArrayList<>();

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	@Override
	public void beforeAll(ExtensionContext context) throws Exception {
		install();
		// what earlier classes left is not this one's
		collect();
	}

	@Override
	public void afterAll(ExtensionContext context) throws Exception {
		assertThat(collect()).as("buffers that nobody released").isEmpty();
	}

	static void install() throws ReflectiveOperationException {
		// an appender would not do: Boot resets the logging with each application
		Class<?> type = Class.forName("io.netty.buffer.AbstractByteBuf");
		Field field = type.getDeclaredField("leakDetector");
		field.setAccessible(true);
		ResourceLeakDetector<?> detector = (ResourceLeakDetector<?>) field.get(null);
		detector.setLeakListener((resource, records) -> reports.add(resource + records));
	}

	/**
	 * Make Netty look for leaks.
	 * @return its reports since the last call
	 */
	public static List<String> collect() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			collectGarbage();
			for (int j = 0; j < 50; j++) {
				ByteBuf buffer = ByteBufAllocator.DEFAULT.buffer(16);
				buffer.release();
			}
		}
		List<String> found = reports.stream().filter((report) -> !isCloseFrame(report)).toList();
		reports.clear();
		return found;
	}

	// Reactor Netty does not release the close frames that it could not write because the
	// socket had gone; they are not pooled, so that nothing is lost
	private static boolean isCloseFrame(String report) {
		return report.contains("CloseWebSocketFrame.<init>");
	}

	private static void collectGarbage() throws InterruptedException {
		ReferenceQueue<Object> collected = new ReferenceQueue<>();
		Reference<Object> garbage = new WeakReference<>(new Object(), collected);
		System.gc();
		assertThat(collected.remove(TIMEOUT.toMillis())).as("garbage is collected").isSameAs(garbage);
	}

}
