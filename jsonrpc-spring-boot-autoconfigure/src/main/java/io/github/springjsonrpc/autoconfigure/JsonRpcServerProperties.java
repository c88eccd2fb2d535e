package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.server.NullIdPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Properties of one server.
 */
public class JsonRpcServerProperties {

	/**
	 * Path of the endpoint. If empty, there is none, and the application mounts the
	 * handler by itself.
	 */
	private String path = "/rpc";

	/**
	 * Comma-separated list of origins to admit besides the same one, such as
	 * "https://example.org". '*' stands for any part, and on its own admits every web
	 * page.
	 */
	private List<String> allowedOrigins = new ArrayList<>();

	/**
	 * Comma-separated list of hosts to accept requests for, with or without port. '*'
	 * stands for any part. If empty, any host is accepted. Keeps DNS rebinding out.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	/**
	 * Whether web pages of the allowed origins may send cookies.
	 */
	private boolean allowCredentials;

	/**
	 * Maximum size of the results in one response, or in all responses of a batch.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(10);

	/**
	 * Maximum number of items of a Flux that are collected into one result.
	 */
	private int maxCollectedItems = 10_000;

	/**
	 * What to take a request with the id null for.
	 */
	private NullIdPolicy nullId = NullIdPolicy.ANSWER;

	/**
	 * Time after which a call is cancelled and answered with an error. Unlimited by
	 * default.
	 */
	private @Nullable Duration timeout;

	/**
	 * Whether to offer the method "rpc.methods", which lists all methods.
	 */
	private boolean introspection;

	private final Batch batch = new Batch();

	@NestedConfigurationProperty
	private final JsonRpcWebSocketProperties websocket = new JsonRpcWebSocketProperties();

	public String getPath() {
		return this.path;
	}

	public void setPath(String path) {
		this.path = path;
	}

	public List<String> getAllowedOrigins() {
		return this.allowedOrigins;
	}

	public void setAllowedOrigins(List<String> allowedOrigins) {
		this.allowedOrigins = allowedOrigins;
	}

	public List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	public void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	public boolean isAllowCredentials() {
		return this.allowCredentials;
	}

	public void setAllowCredentials(boolean allowCredentials) {
		this.allowCredentials = allowCredentials;
	}

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	public int getMaxCollectedItems() {
		return this.maxCollectedItems;
	}

	public void setMaxCollectedItems(int maxCollectedItems) {
		this.maxCollectedItems = maxCollectedItems;
	}

	public NullIdPolicy getNullId() {
		return this.nullId;
	}

	public void setNullId(NullIdPolicy nullId) {
		this.nullId = nullId;
	}

	public @Nullable Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(@Nullable Duration timeout) {
		this.timeout = timeout;
	}

	public boolean isIntrospection() {
		return this.introspection;
	}

	public void setIntrospection(boolean introspection) {
		this.introspection = introspection;
	}

	public Batch getBatch() {
		return this.batch;
	}

	public JsonRpcWebSocketProperties getWebsocket() {
		return this.websocket;
	}

	/**
	 * Refuse values that can't be meant.
	 * @param prefix where the values that are not the defaults were set
	 */
	void check(String prefix) {
		PropertyCheck.that(this.path.isEmpty() || this.path.startsWith("/"), prefix + ".path", this.path,
				"It must begin with a slash.");
		for (String origin : this.allowedOrigins) {
			PropertyCheck.that(origin.contains("://") || origin.startsWith("*") || origin.equals("null"),
					prefix + ".allowed-origins", origin, "It must be an origin, such as 'https://example.org'.");
		}
		for (String host : this.allowedHosts) {
			PropertyCheck.that(!host.contains("/"), prefix + ".allowed-hosts", host,
					"It must be a host, such as 'example.org' or 'example.org:8080'.");
		}
		PropertyCheck.bytes(this.maxResponseSize, prefix + ".max-response-size");
		PropertyCheck.positive(this.maxCollectedItems, prefix + ".max-collected-items");
		PropertyCheck.that(this.timeout == null || this.timeout.compareTo(Duration.ZERO) > 0, prefix + ".timeout",
				this.timeout, "It must be positive.");
		PropertyCheck.positive(this.batch.maxSize, prefix + ".batch.max-size");
		PropertyCheck.positive(this.batch.concurrency, prefix + ".batch.concurrency");
		this.websocket.check(prefix + ".websocket");
	}

	/**
	 * Batches.
	 */
	public static class Batch {

		/**
		 * Maximum number of entries in a batch.
		 */
		private int maxSize = 1000;

		/**
		 * Maximum number of entries of one batch that run at the same time.
		 */
		private int concurrency = 16;

		public int getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(int maxSize) {
			this.maxSize = maxSize;
		}

		public int getConcurrency() {
			return this.concurrency;
		}

		public void setConcurrency(int concurrency) {
			this.concurrency = concurrency;
		}

	}

}
