package io.github.springjsonrpc.docs.clients;

record Price(String symbol, int cents) {

}
