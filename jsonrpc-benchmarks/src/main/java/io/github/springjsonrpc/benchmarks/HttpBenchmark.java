package io.github.springjsonrpc.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.springjsonrpc.benchmarks.load.ChildProcess;
import io.github.springjsonrpc.benchmarks.load.HttpLoad;
import io.github.springjsonrpc.benchmarks.load.Measurement;
import io.github.springjsonrpc.benchmarks.report.Comparison;
import io.netty.channel.EventLoopGroup;

/**
 * One scenario on several servers, in rounds that go from one server to the next, so that
 * whatever else the machine does hits all of them.
 */
final class HttpBenchmark {

	private final Map<String, ChildProcess> servers;

	private final EventLoopGroup group;

	private final Effort effort;

	HttpBenchmark(Map<String, ChildProcess> servers, EventLoopGroup group, Effort effort) {
		this.servers = servers;
		this.group = group;
		this.effort = effort;
	}

	Comparison run(Scenario scenario) {
		Map<String, HttpLoad> loads = new LinkedHashMap<>();
		this.servers.forEach((name, server) -> loads.put(name, load(name, server, scenario)));
		return this.effort.compare(scenario.name(), loads.keySet(), (name) -> Measurement.of(this.servers.get(name),
				() -> loads.get(name).send(scenario.connections(), this.effort.roundNanos())));
	}

	private HttpLoad load(String name, ChildProcess server, Scenario scenario) {
		boolean ownPath = name.equals(Benchmarks.USUAL) && scenario == Scenario.BATCH;
		HttpLoad load = new HttpLoad(server.port(), ownPath ? "/batch" : "/rpc", scenario.body(), this.group);
		String answer = load.once();
		if (!answer.contains("\"result\"") || answer.contains("\"error\"")) {
			throw new IllegalStateException(name + " answers " + scenario.name() + " with " + answer);
		}
		return load;
	}

}
