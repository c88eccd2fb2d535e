package io.github.springjsonrpc.docs.typed;

import java.util.List;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.client.proxy.ImportRpcClients;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Service;

// tag::library[]
@RpcClient(client = "books", prefix = "book") // jsonrpc.clients.books.url
interface BookClient {

	Mono<Book> find(String isbn); // book.find {"isbn": …}

	List<Book> search(String text, @Nullable Integer page); // waits for it

	@RpcMethod("list")
	Flux<Book> all(); // the elements of an array

	@RpcMethod(notification = true)
	void returned(String isbn); // not answered

	default Optional<Book> first(String text) {
		return search(text, null).stream().findFirst();
	}

}

@SpringBootApplication
@ImportRpcClients // of this package and those below it
class Library {

}

@Service
record Desk(BookClient books) {

}
// end::library[]

record Book(String isbn, String title) {

}
