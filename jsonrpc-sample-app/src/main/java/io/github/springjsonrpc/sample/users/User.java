package io.github.springjsonrpc.sample.users;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * A user.
 *
 * @param uuid identifies the user
 * @param username the name to log in with
 * @param email where to write to
 */
record User(@NotNull UUID uuid, String username, EmailAddress email) {

}
