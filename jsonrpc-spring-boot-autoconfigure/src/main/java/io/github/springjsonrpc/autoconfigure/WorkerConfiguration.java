package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * The scheduler on which methods run that may block.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(name = WorkerConfiguration.SCHEDULER)
class WorkerConfiguration {

	static final String SCHEDULER = "jsonRpcScheduler";

	private static final String SHUTDOWN_TIMEOUT = "spring.lifecycle.timeout-per-shutdown-phase";

	@Bean(name = SCHEDULER, defaultCandidate = false, destroyMethod = "dispose")
	Scheduler jsonRpcScheduler(JsonRpcProperties properties, Environment environment) {
		return Schedulers.fromExecutorService(Threading.VIRTUAL.isActive(environment) ? WorkerExecutors.virtualThreads()
				: WorkerExecutors.platformThreads(properties.getServer().getWorker()), "jsonrpc");
	}

	// By then the web server has waited for requests, but not for the notifications of
	// clients that are gone. What is left after the timeout is interrupted.
	@Bean
	@Lazy(false)
	DisposableBean jsonRpcSchedulerShutdown(@Qualifier(SCHEDULER) Scheduler scheduler, Environment environment) {
		Duration timeout = Binder.get(environment)
			.bind(SHUTDOWN_TIMEOUT, Duration.class)
			.orElse(Duration.ofSeconds(30));
		return () -> scheduler.disposeGracefully().timeout(timeout, Mono.empty()).block();
	}

}
