package io.github.springjsonrpc.sample.demo;

import io.github.springjsonrpc.sample.SampleApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the sample prints in the profile {@code demo}. Seed rows S75 to S88, S100 and
 * S118.
 */
@ExtendWith(OutputCaptureExtension.class)
class DemoTests {

	@Test
	void printsAnswersToItsOwnCalls(CapturedOutput output) {
		new SpringApplicationBuilder(SampleApplication.class).profiles("demo")
			.properties("logging.level.root=warn")
			.run("--server.port=0")
			.close();
		assertThat(output.getOut()).contains("""
				Calls over HTTP:
				#1 pong
				#2 {args=[one, two], kwargs={}}
				#3 {args=[], kwargs={three=3}}
				#4 {args=[], kwargs={three=3}}
				#5 response 123: "pong"
				#6 [pong, {args=[one, two], kwargs={}}, {args=[], kwargs={three=3}}]
				Calls over WebSocket:
				pong
				{args=[request], kwargs={}}
				request 3 echo
				notification echo
				[{args=[test], kwargs={}}, null, pong]
				""");
	}

}
