package io.github.springjsonrpc.client.proxy;

import java.time.Duration;

import io.github.springjsonrpc.annotation.RpcTimeout;
import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.StringValueResolver;

/**
 * The timeout that stands on a method or its interface.
 *
 * @param timeout the time to wait
 */
record FixedTimeout(Duration timeout) implements RequestPart {

	static @Nullable FixedTimeout of(ClientMethod method, StringValueResolver placeholders) {
		RpcTimeout annotation = method.getMethodAnnotation(RpcTimeout.class);
		if (annotation == null) {
			annotation = AnnotatedElementUtils.findMergedAnnotation(method.getContainingClass(), RpcTimeout.class);
		}
		return (annotation != null) ? new FixedTimeout(duration(annotation, method, placeholders)) : null;
	}

	private static Duration duration(RpcTimeout annotation, ClientMethod method, StringValueResolver placeholders) {
		String text = placeholders.resolveStringValue(annotation.value());
		try {
			Duration duration = DurationFormatterUtils.detectAndParse((text != null) ? text : "");
			if (duration.compareTo(Duration.ZERO) > 0) {
				return duration;
			}
		}
		catch (IllegalArgumentException ex) {
			// as wrong as one that is negative
		}
		throw new InvalidClientException(
				"The timeout '" + text + "' of the method " + method.describe() + " is no time to wait",
				"Give a duration above zero to @RpcTimeout, such as 500ms, 2s or PT2S.");
	}

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		return spec.timeout(this.timeout);
	}

}
