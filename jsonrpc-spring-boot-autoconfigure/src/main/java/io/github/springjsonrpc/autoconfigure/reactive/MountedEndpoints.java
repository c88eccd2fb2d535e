package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.Map;

import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;

/**
 * What is served where.
 *
 * @param http the HTTP handlers by path
 * @param webSocket the WebSocket endpoints by path
 */
record MountedEndpoints(Map<String, JsonRpcHttpHandler> http, Map<String, JsonRpcWebSocketEndpoint> webSocket) {

}
