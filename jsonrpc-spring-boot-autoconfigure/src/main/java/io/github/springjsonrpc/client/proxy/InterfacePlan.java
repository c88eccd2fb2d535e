package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Method;
import java.util.Map;

/**
 * What the methods of an interface do, decided once for all proxies of it.
 *
 * @param type the interface
 * @param methods its methods, without those of {@link Object}
 */
record InterfacePlan(Class<?> type, Map<Method, ProxyMethod> methods) {

}
