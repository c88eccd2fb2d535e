package io.github.springjsonrpc.autoconfigure;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Where methods that block run: not on Reactor's shared scheduler, whose ten threads per
 * core the application may need for itself. One queue before all threads, other than
 * Reactor's one per thread, so that no call waits behind a slow one while a thread is
 * free.
 */
final class WorkerExecutors {

	private static final String PREFIX = "jsonrpc-";

	private static final int KEEP_ALIVE_SECONDS = 60;

	private WorkerExecutors() {
	}

	/**
	 * A virtual thread for every call.
	 */
	static ExecutorService virtualThreads() {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new SynchronousQueue<>(),
				new VirtualThreadTaskExecutor(PREFIX).getVirtualThreadFactory());
	}

	static ExecutorService platformThreads(JsonRpcDefaultServerProperties.Worker worker) {
		int threads = PropertyCheck.positive(worker.getMaxThreads(), "jsonrpc.server.worker.max-threads");
		int queue = PropertyCheck.positive(worker.getQueueCapacity(), "jsonrpc.server.worker.queue-capacity");
		CustomizableThreadFactory factory = new CustomizableThreadFactory(PREFIX);
		factory.setDaemon(true);
		ThreadPoolExecutor executor = new ThreadPoolExecutor(threads, threads, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(queue), factory);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

}
