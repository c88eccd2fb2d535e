package io.github.springjsonrpc.client.proxy;

import io.github.springjsonrpc.client.JsonRpcClient;
import org.jspecify.annotations.Nullable;

/**
 * A method that is called on the server.
 *
 * @param request makes the request
 * @param reply what is wanted of the server
 * @param errors the exceptions that the method declares
 * @param form how it is returned
 */
record RemoteMethod(RequestTemplate request, Reply reply, DeclaredErrors errors,
		ReturnForm form) implements ProxyMethod {

	@Override
	public @Nullable Object invoke(JsonRpcClient client, Object proxy, @Nullable Object[] arguments) throws Throwable {
		return this.form.of(this.errors.translate(this.reply.ask(this.request, client, arguments)), arguments);
	}

}
