package io.github.springjsonrpc.client;

import java.time.Duration;

import io.github.springjsonrpc.connection.ConnectionListener;
import org.jspecify.annotations.Nullable;

/**
 * Told what happens to the connection of a client: that it has been made, that it has
 * ended, and that it is going to be made anew.
 */
public interface ClientConnectionListener extends ConnectionListener {

	/**
	 * Another attempt to connect will be made.
	 * @param attempt the number of the attempt since the connection was lost, beginning
	 * with 1
	 * @param delay when it will be made
	 * @param failure what the last attempt failed with, or {@code null} if there was none
	 */
	default void reconnecting(int attempt, Duration delay, @Nullable Throwable failure) {
	}

}
