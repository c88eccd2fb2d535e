package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * How one call is to be made. It travels as an attribute of the request, so that a
 * middleware can change it:
 *
 * <pre class="code">
 * return chain.next(CallOptions.of(request).header("Authorization", token).on(request));
 * </pre>
 *
 * @param headers headers for transports that have some for each message; names in any
 * case
 * @param timeout how long to wait for the response, or {@code null} for the default of
 * the client
 * @param onGap told what a subscription misses, which is then resumed on a new
 * connection; {@code null} for a subscription that ends with its connection
 */
public record CallOptions(Map<String, List<String>> headers, @Nullable Duration timeout,
		@Nullable Consumer<? super SubscriptionGap> onGap) {

	/**
	 * The options of a call for which nothing has been said.
	 */
	public static final CallOptions DEFAULTS = new CallOptions(Map.of(), null, null);

	/**
	 * Return the options of a request.
	 * @param request the request
	 * @return its options
	 */
	public static CallOptions of(JsonRpcRequest request) {
		CallOptions options = request.attribute(CallOptions.class);
		return (options != null) ? options : DEFAULTS;
	}

	/**
	 * Return a request with these options.
	 * @param request the request
	 * @return the copy
	 */
	public JsonRpcRequest on(JsonRpcRequest request) {
		return request.withAttribute(CallOptions.class, this);
	}

	/**
	 * Return options with a header.
	 * @param name the name; a header that has it already is replaced
	 * @param values its values
	 * @return the copy
	 */
	public CallOptions header(String name, String... values) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(this.headers);
		headers.put(name, List.of(values));
		return new CallOptions(Collections.unmodifiableMap(headers), this.timeout, this.onGap);
	}

	/**
	 * Return options with a timeout.
	 * @param timeout how long to wait for the response
	 * @return the copy
	 */
	public CallOptions timeout(Duration timeout) {
		return new CallOptions(this.headers, timeout, this.onGap);
	}

	/**
	 * Return options for a subscription that outlives its connection.
	 * @param listener told of each gap
	 * @return the copy
	 */
	public CallOptions onGap(Consumer<? super SubscriptionGap> listener) {
		return new CallOptions(this.headers, this.timeout, listener);
	}

}
