package io.github.springjsonrpc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.springjsonrpc.benchmarks.client.MeasuredClient;
import io.github.springjsonrpc.benchmarks.load.ChildProcess;
import io.github.springjsonrpc.benchmarks.load.HttpLoad;
import io.github.springjsonrpc.benchmarks.load.Measurement;
import io.github.springjsonrpc.benchmarks.load.Processors;
import io.github.springjsonrpc.benchmarks.load.WebSocketLoad;
import io.github.springjsonrpc.benchmarks.report.Comparison;
import io.github.springjsonrpc.benchmarks.report.Report;
import io.github.springjsonrpc.benchmarks.server.EmptyServer;
import io.github.springjsonrpc.benchmarks.server.MethodsServer;
import io.github.springjsonrpc.benchmarks.server.MinimalServer;
import io.github.springjsonrpc.benchmarks.server.NettyServer;
import io.github.springjsonrpc.benchmarks.server.StarterServer;
import io.github.springjsonrpc.benchmarks.server.UsualServer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.jspecify.annotations.Nullable;

/**
 * Runs the load benchmarks and writes their report. Arguments: {@code quick} for rounds
 * that are too short to be believed, the name of the file to write, without which the
 * report is only printed, and which parts to run, without which all are: {@code add},
 * {@code user.get}, {@code batch}, {@code echo}, {@code slow}, {@code blocking},
 * {@code web-socket}, {@code clients}, {@code start-up}.
 */
public final class Benchmarks {

	static final String STARTER = "this library";

	static final String MINIMAL = "minimal by hand";

	static final String USUAL = "usual by hand";

	static final String NETTY = "bare Reactor Netty";

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final Report report = new Report(System.err);

	private final Effort effort;

	private final Set<String> parts;

	private Benchmarks(Effort effort, Set<String> parts) {
		this.effort = effort;
		this.parts = parts;
	}

	public static void main(String[] args) throws IOException {
		List<String> arguments = List.of(args);
		Processors.pinToSecond();
		Set<String> parts = arguments.stream()
			.filter((argument) -> !argument.equals("quick") && !argument.endsWith(".md"))
			.collect(Collectors.toSet());
		Benchmarks benchmarks = new Benchmarks(arguments.contains("quick") ? Effort.QUICK : Effort.FULL, parts);
		try {
			benchmarks.run();
			benchmarks
				.write(arguments.stream().filter((argument) -> argument.endsWith(".md")).findFirst().orElse(null));
		}
		finally {
			benchmarks.group.shutdownGracefully();
		}
	}

	private void run() throws IOException {
		List<Scenario> scenarios = Scenario.HTTP.stream().filter((scenario) -> isWanted(scenario.part())).toList();
		if (!scenarios.isEmpty()) {
			http(scenarios);
		}
		if (isWanted("blocking")) {
			blocking();
		}
		if (isWanted("web-socket")) {
			webSocket();
		}
		if (isWanted("clients")) {
			clients();
		}
		if (isWanted("start-up")) {
			startUp();
		}
	}

	private boolean isWanted(String part) {
		return this.parts.isEmpty() || this.parts.contains(part);
	}

	private void http(List<Scenario> scenarios) throws IOException {
		Map<String, ChildProcess> servers = new LinkedHashMap<>();
		try {
			servers.put(STARTER, ChildProcess.start(StarterServer.class, true));
			servers.put(MINIMAL, ChildProcess.start(MinimalServer.class, false));
			servers.put(USUAL, ChildProcess.start(UsualServer.class, false));
			servers.put(NETTY, ChildProcess.start(NettyServer.class, false));
			HttpBenchmark benchmark = new HttpBenchmark(servers, this.group, this.effort);
			for (Scenario scenario : scenarios) {
				http(benchmark.run(scenario), scenario);
			}
		}
		finally {
			servers.values().forEach(ChildProcess::close);
		}
	}

	private void http(Comparison comparison, Scenario scenario) {
		this.report.add(comparison, MINIMAL);
		double minimal = comparison.ratio(STARTER, MINIMAL, Measurement::cpuMicros);
		if (scenario == Scenario.ADD || scenario == Scenario.USER) {
			this.report.bound(scenario.name() + ": CPU per call × minimal", 1.1, minimal);
			this.report.bound(scenario.name() + ": CPU per call × usual", 0.7,
					comparison.ratio(STARTER, USUAL, Measurement::cpuMicros));
			this.report.bound(scenario.name() + ": bytes allocated per call × minimal", 1.2,
					comparison.ratio(STARTER, MINIMAL, Measurement::allocatedBytes));
		}
		else if (scenario == Scenario.BATCH) {
			this.report.bound("batch of 100: CPU × minimal", 0.8, minimal);
		}
		else if (scenario == Scenario.ECHO) {
			this.report.bound("echo of 1 MB: CPU × minimal", 0.35, minimal);
		}
	}

	/**
	 * A plain method beside its reactive twin, on one server.
	 */
	private void blocking() throws IOException {
		try (ChildProcess server = ChildProcess.start(StarterServer.class, true)) {
			Map<String, HttpLoad> loads = new LinkedHashMap<>();
			loads.put("reactive", new HttpLoad(server.port(), "/rpc", Scenario.ADD.body(), this.group));
			loads.put("blocking", new HttpLoad(server.port(), "/rpc", Scenario.ADD_BLOCKING.body(), this.group));
			Comparison comparison = this.effort.compare("add, blocking and reactive", loads.keySet(),
					(name) -> Measurement.of(server, () -> loads.get(name).send(64, this.effort.roundNanos())));
			this.report.add(comparison, "reactive");
			this.report.bound("add: CPU of a blocking method × its reactive twin", 1.4,
					comparison.ratio("blocking", "reactive", Measurement::cpuMicros));
		}
	}

	private void webSocket() throws IOException {
		try (ChildProcess starter = ChildProcess.start(StarterServer.class, true);
				ChildProcess minimal = ChildProcess.start(MinimalServer.class, false)) {
			webSocket(Map.of(STARTER, starter, MINIMAL, minimal));
			idle(starter);
		}
	}

	private void webSocket(Map<String, ChildProcess> servers) {
		Map<String, WebSocketLoad> loads = new LinkedHashMap<>();
		servers.forEach((name, server) -> loads.put(name, new WebSocketLoad(server.port(),
				name.equals(STARTER) ? "/rpc" : "/ws", (id) -> Scenario.request("add", "[1,2]", id), 16, this.group)));
		Comparison comparison = this.effort.compare("WebSocket: add, 16 × 16 in flight", loads.keySet(),
				(name) -> Measurement.of(servers.get(name), () -> loads.get(name).send(16, this.effort.roundNanos())));
		this.report.add(comparison, MINIMAL);
		this.report.bound("WebSocket add: CPU per call × minimal", 1.1,
				comparison.ratio(STARTER, MINIMAL, Measurement::cpuMicros));
	}

	private void idle(ChildProcess server) {
		long before = server.figuresAfterGc().rssKib();
		Runnable close = new WebSocketLoad(server.port(), "/rpc", (id) -> "", 1, this.group).idle(1000);
		long after = server.figuresAfterGc().rssKib();
		close.run();
		this.report.bound("1,000 idle WebSocket sessions, MiB of RSS", 30, (after - before) / 1024.0);
	}

	private void clients() throws IOException {
		try (ChildProcess server = ChildProcess.start(StarterServer.class, true)) {
			String port = Integer.toString(server.port());
			Map<String, ChildProcess> clients = new LinkedHashMap<>();
			for (String kind : List.of("web-client", "http", "web-socket")) {
				clients.put(kind, ChildProcess.start(MeasuredClient.class, true, kind, port));
			}
			Comparison comparison = this.effort.compare("clients: add, 32 in flight", clients.keySet(),
					(name) -> Measurement.ofClient(clients.get(name), this.effort.roundNanos()));
			clients.values().forEach(ChildProcess::close);
			this.report.add(comparison, "web-client");
			this.report.bound("client over HTTP: CPU per call × WebClient", 1.1,
					comparison.ratio("http", "web-client", Measurement::cpuMicros));
			this.report.bound("client over WebSocket: CPU per call × WebClient", 0.5,
					comparison.ratio("web-socket", "web-client", Measurement::cpuMicros));
		}
	}

	/**
	 * What a hundred methods add to the start of an application, each time in a new JVM:
	 * in pairs, and in many of them, as start-ups differ by more than what is measured.
	 */
	private void startUp() throws IOException {
		// whichever is first has to read its classes from the disk
		readyMillis(MethodsServer.class, true);
		double[] empty = new double[5 * this.effort.rounds()];
		double[] added = new double[empty.length];
		for (int pair = 0; pair < empty.length; pair++) {
			empty[pair] = readyMillis(EmptyServer.class, false);
			added[pair] = readyMillis(MethodsServer.class, true) - empty[pair];
		}
		double median = Comparison.median(added);
		this.report.addStartUp(Comparison.median(empty), median);
		this.report.bound("start-up with 100 methods, ms more than an empty application", 150, median);
	}

	private static double readyMillis(Class<?> application, boolean library) throws IOException {
		try (ChildProcess process = ChildProcess.startAlone(application, library)) {
			return process.readyMillis();
		}
	}

	private void write(@Nullable String file) throws IOException {
		if (file != null) {
			Files.writeString(Path.of(file), this.report.toString());
		}
	}

}
