package io.github.springjsonrpc.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * {@link ConfigurationProperties Configuration properties} for JSON-RPC.
 */
@ConfigurationProperties("jsonrpc")
public class JsonRpcProperties {

	/**
	 * Maximum size of a message that is received, after decompression. Holds for every
	 * transport.
	 */
	private DataSize maxMessageSize = DataSize.ofMegabytes(1);

	private final Json json = new Json();

	@NestedConfigurationProperty
	private final JsonRpcDefaultServerProperties server = new JsonRpcDefaultServerProperties();

	/**
	 * Further servers by name. Each may have any property of a single server, takes what
	 * it does not set from "jsonrpc.server", and needs a path of its own.
	 */
	private final Map<String, JsonRpcServerProperties> servers = new LinkedHashMap<>();

	public DataSize getMaxMessageSize() {
		return this.maxMessageSize;
	}

	public void setMaxMessageSize(DataSize maxMessageSize) {
		this.maxMessageSize = maxMessageSize;
	}

	public Json getJson() {
		return this.json;
	}

	public JsonRpcDefaultServerProperties getServer() {
		return this.server;
	}

	/**
	 * Return the further servers as they are written: a {@link ServerPropertiesBinder}
	 * adds what they take from {@code jsonrpc.server}.
	 * @return the properties by the name of the server
	 */
	public Map<String, JsonRpcServerProperties> getServers() {
		return this.servers;
	}

	/**
	 * How JSON is read and written.
	 */
	public static class Json {

		/**
		 * JSON library whose mapper bean is used. If not set, Jackson 2 is used where
		 * only that has one.
		 */
		private @Nullable Mapper mapper;

		/**
		 * Whether values of the wrong JSON type are refused, such as "1" or 1.5 for an
		 * integer, instead of being converted.
		 */
		private boolean strictScalars = true;

		public @Nullable Mapper getMapper() {
			return this.mapper;
		}

		public void setMapper(@Nullable Mapper mapper) {
			this.mapper = mapper;
		}

		public boolean isStrictScalars() {
			return this.strictScalars;
		}

		public void setStrictScalars(boolean strictScalars) {
			this.strictScalars = strictScalars;
		}

	}

	/**
	 * JSON libraries.
	 */
	public enum Mapper {

		/** Jackson 3. */
		JACKSON,

		/** Jackson 2. */
		JACKSON2

	}

}
