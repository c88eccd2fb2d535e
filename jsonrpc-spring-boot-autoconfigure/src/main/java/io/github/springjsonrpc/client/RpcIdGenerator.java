package io.github.springjsonrpc.client;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import io.github.springjsonrpc.protocol.JsonRpcId;

/**
 * Gives each request of a client its id. Thread-safe.
 */
@FunctionalInterface
public interface RpcIdGenerator {

	/**
	 * Return the next id.
	 * @return a string or number that no other request has which waits for its answer
	 */
	JsonRpcId next();

	/**
	 * Return a generator of the numbers from 1 on, the shortest and cheapest ids.
	 * @return a new generator
	 */
	static RpcIdGenerator counter() {
		AtomicLong last = new AtomicLong();
		return () -> JsonRpcId.of(last.incrementAndGet());
	}

	/**
	 * Return a generator of numbers behind a text, which tells the requests of several
	 * clients apart.
	 * @param prefix the text
	 * @return a new generator
	 */
	static RpcIdGenerator prefixed(String prefix) {
		AtomicLong last = new AtomicLong();
		return () -> JsonRpcId.of(prefix + last.incrementAndGet());
	}

	/**
	 * Return a generator of random UUIDs. They are unique and no secret: they do not come
	 * from a secure source, which would be slow and could block.
	 * @return a generator
	 */
	static RpcIdGenerator uuid() {
		return () -> {
			ThreadLocalRandom random = ThreadLocalRandom.current();
			long high = random.nextLong() & ~0xF000L | 0x4000L;
			long low = random.nextLong() & ~(3L << 62) | (2L << 62);
			return JsonRpcId.of(new UUID(high, low).toString());
		};
	}

}
