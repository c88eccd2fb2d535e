package io.github.springjsonrpc.protocol;

/**
 * Whatever one JSON text can hold on a JSON-RPC connection: a request or notification, a
 * response, a batch of those, or something that is none of them.
 */
public sealed interface JsonRpcMessage permits JsonRpcRequest, JsonRpcResponse, JsonRpcBatch, InvalidMessage {

}
