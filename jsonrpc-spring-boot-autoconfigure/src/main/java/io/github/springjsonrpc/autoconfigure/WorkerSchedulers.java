package io.github.springjsonrpc.autoconfigure;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;

/**
 * Where methods that block run: not on Reactor's shared scheduler, whose ten threads per
 * core the application may need for itself.
 */
final class WorkerSchedulers {

	private static final String NAME = "jsonrpc";

	private WorkerSchedulers() {
	}

	static Scheduler virtualThreads() {
		return Schedulers.fromExecutorService(new ExecutorServiceAdapter(new VirtualThreadTaskExecutor(NAME + "-")),
				NAME);
	}

	static Scheduler platformThreads(JsonRpcDefaultServerProperties.Worker worker) {
		int threads = positive("max-threads", worker.getMaxThreads());
		int queue = positive("queue-capacity", worker.getQueueCapacity());
		// the scheduler bounds the queue of each thread
		return Schedulers.newBoundedElastic(threads, Math.max(1, queue / threads), NAME, 60, true);
	}

	private static int positive(String name, int value) {
		if (value <= 0) {
			throw new InvalidConfigurationPropertyValueException("jsonrpc.server.worker." + name, value,
					"It must be positive.");
		}
		return value;
	}

}
