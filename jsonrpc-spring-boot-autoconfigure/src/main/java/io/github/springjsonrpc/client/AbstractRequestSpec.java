package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.Map;

import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What calls and notifications are made with, kept in a request that has no id yet.
 *
 * @param <S> the type of the spec
 */
abstract class AbstractRequestSpec<S extends JsonRpcClient.RequestSpec<S>> implements JsonRpcClient.RequestSpec<S> {

	final DefaultJsonRpcClient client;

	final JsonRpcRequest template;

	AbstractRequestSpec(DefaultJsonRpcClient client, JsonRpcRequest template) {
		this.client = client;
		this.template = template;
	}

	abstract S with(JsonRpcRequest template);

	@Override
	public S params(@Nullable Object... params) {
		return with(this.template
			.withParams((params.length != 0) ? JsonRpcParams.positional(params) : JsonRpcParams.none()));
	}

	@Override
	public S params(Map<String, ? extends @Nullable Object> params) {
		return with(this.template.withParams(JsonRpcParams.named(params)));
	}

	@Override
	public S paramsOf(Object params) {
		return with(this.template.withParams(this.client.write(params)));
	}

	@Override
	public S header(String name, String... values) {
		return with(options().header(name, values).on(this.template));
	}

	@Override
	public S timeout(Duration timeout) {
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "'timeout' must be positive");
		return with(options().timeout(timeout).on(this.template));
	}

	@Override
	public S attribute(String name, Object value) {
		return with(this.template.withAttribute(name, value));
	}

	@Override
	public JsonRpcRequest toRequest() {
		return this.client.withId(this.template);
	}

	@Override
	public JsonRpcRequest toNotification() {
		return this.template;
	}

	CallOptions options() {
		return CallOptions.of(this.template);
	}

}
