package io.github.springjsonrpc.docs.typed;

import java.time.Duration;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.annotation.RpcTimeout;
import io.github.springjsonrpc.client.proxy.ImportRpcClients;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * What one interface may say besides.
 */
@SuppressWarnings("serial")
class Loans {

	// tag::parts[]
	interface LoanClient {

		Loan extend(long id, @RpcTimeout Duration timeout); // not sent

		@RpcTimeout("30s")
		Loan audit(long id, @RequestHeader("Authorization") String token, @RpcAttribute String tenant);

		Loan cancel(long id) throws LoanClosedException; // for the code 1001

		@RpcSubscription(name = "overdue", namespace = "loans")
		Flux<Loan> overdue(int days); // loans_subscribe ["overdue", 7]

	}

	@RpcError(code = 1001, data = "loan")
	static class LoanClosedException extends Exception {

		private final Loan loan;

		LoanClosedException(String message, Loan loan) {
			super(message);
			this.loan = loan;
		}

		Loan getLoan() {
			return this.loan;
		}

	}
	// end::parts[]

	record Loan(long id, String isbn) {

	}

	// tag::shared[]
	@RpcService("member") // the prefix, of both
	interface Members {

		@RpcMethod
		String nameOf(long id);

	}

	// a bean like this one is the server …
	static class LocalMembers implements Members {

		@Override
		public String nameOf(long id) {
			return "Member " + id;
		}

	}

	// … and this makes two clients
	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(client = "headquarters", types = Members.class)
	@ImportRpcClients(client = "https://branch.example/rpc", types = Members.class)
	static class Branches {

	}
	// end::shared[]

}
