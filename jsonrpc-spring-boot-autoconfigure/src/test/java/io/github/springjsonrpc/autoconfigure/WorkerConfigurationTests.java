package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link WorkerConfiguration}.
 */
class WorkerConfigurationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class)
		.withConfiguration(AutoConfigurations.of(WorkerConfiguration.class));

	private final CountDownLatch release = new CountDownLatch(1);

	@Test
	void runsOnThreadsOfItsOwn() {
		this.runner.run((context) -> {
			Thread thread = threadOf(context.getBean(Scheduler.class));
			assertThat(thread.getName()).startsWith("jsonrpc-");
			assertThat(thread.isDaemon()).isTrue();
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsOnVirtualThreadsWhereBootDoes() {
		this.runner.withPropertyValues("spring.threads.virtual.enabled=true").run((context) -> {
			Thread thread = threadOf(context.getBean(Scheduler.class));
			assertThat(thread.toString()).startsWith("VirtualThread");
			assertThat(thread.getName()).startsWith("jsonrpc-");
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void doesNotLimitVirtualThreads() {
		this.runner
			.withPropertyValues("spring.threads.virtual.enabled=true", "jsonrpc.server.worker.max-threads=1",
					"jsonrpc.server.worker.queue-capacity=1")
			.run((context) -> {
				Scheduler scheduler = context.getBean(Scheduler.class);
				for (int i = 0; i < 10; i++) {
					block(scheduler);
				}
				assertThat(threadOf(scheduler)).isNotNull();
				this.release.countDown();
			});
	}

	@Test
	void rejectsCallsWhenAllThreadsAreBusyAndTheQueueIsFull() {
		this.runner.withPropertyValues("jsonrpc.server.worker.max-threads=1", "jsonrpc.server.worker.queue-capacity=2")
			.run((context) -> {
				Scheduler scheduler = context.getBean(Scheduler.class);
				block(scheduler);
				CompletableFuture<Thread> first = submit(scheduler);
				CompletableFuture<Thread> second = submit(scheduler);
				assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> submit(scheduler));
				this.release.countDown();
				assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(TIMEOUT);
			});
	}

	@Test
	void leavesNoCallBehindASlowOneWhileAThreadIsFree() {
		this.runner.withPropertyValues("jsonrpc.server.worker.max-threads=2").run((context) -> {
			Scheduler scheduler = context.getBean(Scheduler.class);
			block(scheduler);
			for (int i = 0; i < 10; i++) {
				assertThat(submit(scheduler)).succeedsWithin(TIMEOUT);
			}
			this.release.countDown();
		});
	}

	@Test
	void backsOffForTheSchedulerOfTheApplication() {
		this.runner.withUserConfiguration(OwnScheduler.class)
			.run((context) -> assertThat(context).hasSingleBean(Scheduler.class)
				.doesNotHaveBean(DisposableBean.class)
				.getBean("jsonRpcScheduler")
				.isSameAs(Schedulers.parallel()));
	}

	@Test
	void leavesOtherSchedulersAlone() {
		this.runner.withBean("applicationScheduler", Scheduler.class, Schedulers::single)
			.run((context) -> assertThat(context.getBeansOfType(Scheduler.class))
				.containsOnlyKeys("applicationScheduler", "jsonRpcScheduler"));
	}

	@Test
	void waitsAtShutdownForWhatStillRuns() {
		this.runner.run((context) -> {
			Scheduler scheduler = context.getBean(Scheduler.class);
			CompletableFuture<Boolean> interrupted = block(scheduler);
			CompletableFuture<Void> closing = close(context.getSourceApplicationContext());
			await().atMost(TIMEOUT).until(scheduler::isDisposed);
			assertThat(closing).isNotDone();
			this.release.countDown();
			assertThat(interrupted).succeedsWithin(TIMEOUT).isEqualTo(false);
			assertThat(closing).succeedsWithin(TIMEOUT);
		});
	}

	@Test
	void interruptsAtShutdownWhatRunsForTooLong() {
		this.runner.withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=10ms").run((context) -> {
			CompletableFuture<Boolean> interrupted = block(context.getBean(Scheduler.class));
			assertThat(close(context.getSourceApplicationContext())).succeedsWithin(TIMEOUT);
			assertThat(interrupted).succeedsWithin(TIMEOUT).isEqualTo(true);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-threads", "queue-capacity" })
	void refusesToHaveNone(String property) {
		this.runner.withPropertyValues("jsonrpc.server.worker." + property + "=0")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class)
				.rootCause()
				.hasMessage("Property jsonrpc.server.worker." + property
						+ " with value '0' is invalid: It must be positive."));
	}

	private static Thread threadOf(Scheduler scheduler) {
		return submit(scheduler).orTimeout(30, TimeUnit.SECONDS).join();
	}

	private static CompletableFuture<Thread> submit(Scheduler scheduler) {
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		scheduler.schedule(() -> thread.complete(Thread.currentThread()));
		return thread;
	}

	/**
	 * Keep a thread busy, and tell whether it was interrupted.
	 */
	private CompletableFuture<Boolean> block(Scheduler scheduler) {
		CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
		CountDownLatch running = new CountDownLatch(1);
		scheduler.schedule(() -> {
			running.countDown();
			interrupted.complete(!released());
		});
		await().atMost(TIMEOUT).until(() -> running.getCount() == 0);
		return interrupted;
	}

	private boolean released() {
		try {
			this.release.await();
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	private static CompletableFuture<Void> close(ConfigurableApplicationContext context) {
		return CompletableFuture.runAsync(context::close, (task) -> new Thread(task).start());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(JsonRpcProperties.class)
	static class Properties {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnScheduler {

		@Bean(destroyMethod = "")
		Scheduler jsonRpcScheduler() {
			return Schedulers.parallel();
		}

	}

}
