package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * An application that does nothing but offer a hundred methods, for the time it takes to
 * start. The nested services are beans without further ado.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class MethodsServer {

	public static void main(String[] args) throws IOException {
		SpringServer.run(MethodsServer.class, args);
	}

	/**
	 * Ten methods.
	 */
	static class Ten {

		@RpcMethod
		String method0(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method1(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method2(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method3(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method4(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method5(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method6(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method7(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method8(String text, int number) {
			return text + number;
		}

		@RpcMethod
		String method9(String text, int number) {
			return text + number;
		}

	}

	@RpcService("service0")
	static class Service0 extends Ten {

	}

	@RpcService("service1")
	static class Service1 extends Ten {

	}

	@RpcService("service2")
	static class Service2 extends Ten {

	}

	@RpcService("service3")
	static class Service3 extends Ten {

	}

	@RpcService("service4")
	static class Service4 extends Ten {

	}

	@RpcService("service5")
	static class Service5 extends Ten {

	}

	@RpcService("service6")
	static class Service6 extends Ten {

	}

	@RpcService("service7")
	static class Service7 extends Ten {

	}

	@RpcService("service8")
	static class Service8 extends Ten {

	}

	@RpcService("service9")
	static class Service9 extends Ten {

	}

}
