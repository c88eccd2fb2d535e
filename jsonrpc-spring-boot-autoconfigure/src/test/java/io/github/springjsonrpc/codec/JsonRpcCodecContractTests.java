package io.github.springjsonrpc.codec;

import org.junit.jupiter.api.Nested;

/**
 * What a codec promises, whichever JSON library maps its values. Each library has a
 * subclass.
 */
abstract class JsonRpcCodecContractTests {

	private final TestMappers mappers;

	JsonRpcCodecContractTests(TestMappers mappers) {
		this.mappers = mappers;
	}

	@Nested
	class Texts extends TextReadingContract {

		Texts() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Requests extends RequestReadingContract {

		Requests() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Responses extends ResponseReadingContract {

		Responses() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Batches extends BatchReadingContract {

		Batches() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Writing extends WritingContract {

		Writing() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Encoding extends MessageEncodingContract {

		Encoding() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Scalars extends ScalarContract {

		Scalars() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Types extends TypeContract {

		Types() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Customization extends CustomizationContract {

		Customization() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

	@Nested
	class Limits extends LimitContract {

		Limits() {
			super(JsonRpcCodecContractTests.this.mappers);
		}

	}

}
