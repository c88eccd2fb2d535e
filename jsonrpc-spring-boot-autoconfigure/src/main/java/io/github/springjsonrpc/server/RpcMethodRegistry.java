package io.github.springjsonrpc.server;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The methods of a server. They can be added, replaced and removed at any time, also
 * while calls run; those go on with the method they began with. Thread-safe.
 */
public interface RpcMethodRegistry {

	/**
	 * Add a method. Where there is one of its name, and the two
	 * {@linkplain JsonRpcMethod#combinedWith combine}, they become one.
	 * @param method the method
	 * @return the method
	 * @throws DuplicateMethodException if there is one of that name
	 * @throws InvalidMethodException if the name is reserved or the method can't be
	 * called
	 */
	JsonRpcMethod add(JsonRpcMethod method);

	/**
	 * Add several methods: all of them, or on failure none.
	 * @param methods the methods
	 * @return the methods in the same order
	 * @throws DuplicateMethodException if there is one of the same name, or two of them
	 * have the same
	 * @throws InvalidMethodException if a name is reserved or a method can't be called
	 */
	List<JsonRpcMethod> addAll(Collection<? extends JsonRpcMethod> methods);

	/**
	 * Add a method in place of the one that has its name, if there is one.
	 * @param method the method
	 * @return the method it took the place of, or {@code null}
	 * @throws InvalidMethodException if the name is reserved or the method can't be
	 * called
	 */
	@Nullable JsonRpcMethod replace(JsonRpcMethod method);

	/**
	 * Remove a method.
	 * @param name the name
	 * @return the removed method, or {@code null} if there was none
	 * @throws InvalidMethodException if the name is reserved
	 */
	@Nullable JsonRpcMethod remove(String name);

	/**
	 * Find a method.
	 * @param name the name
	 * @return the method, or {@code null} if there is none
	 */
	@Nullable JsonRpcMethod find(String name);

	/**
	 * Return all methods.
	 * @return the methods at this moment, by name
	 */
	List<JsonRpcMethod> all();

}
