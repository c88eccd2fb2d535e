package io.github.springjsonrpc.sample.users;

/**
 * A type that JSON does not know.
 *
 * @param local what stands before the at sign
 * @param domain what stands behind it
 */
record EmailAddress(String local, String domain) {

}
