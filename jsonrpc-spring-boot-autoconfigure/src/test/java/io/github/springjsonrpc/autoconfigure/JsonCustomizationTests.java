package io.github.springjsonrpc.autoconfigure;

import java.io.IOException;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.springjsonrpc.annotation.RpcMethod;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that values look as the application has told its JSON library.
 */
class JsonCustomizationTests {

	private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

	private static final String PARAMS = "[\"" + ID + "\"]";

	@Test
	void writesARecordWithAUuidWithoutBeingToldHow() {
		try (RunningApplication application = RunningApplication.start(Users.class)) {
			assertThat(application.call("/rpc", "find", PARAMS)).isEqualTo("\"result\":{\"userId\":\"" + ID
					+ "\",\"userName\":\"mike\",\"email\":{\"address\":\"some@mail.com\"},\"nickname\":null}");
		}
	}

	@Test
	void honoursPropertiesCustomizersComponentsAndMixins() {
		try (RunningApplication application = RunningApplication.start(CustomizedUsers.class,
				"spring.jackson.property-naming-strategy=SNAKE_CASE",
				"spring.jackson.default-property-inclusion=non_null")) {
			assertThat(application.call("/rpc", "find", PARAMS))
				.isEqualTo("\"result\":{\"user_id\":\"" + ID + "\",\"email\":\"some@mail.com\"}");
		}
	}

	@Test
	void honoursTheMapperOfJackson2() {
		try (RunningApplication application = RunningApplication.start(Jackson2Users.class,
				"jsonrpc.json.mapper=jackson2")) {
			assertThat(application.call("/rpc", "find", PARAMS)).isEqualTo("\"result\":{\"userId\":\"" + ID
					+ "\",\"userName\":\"mike\",\"email\":\"some@mail.com\",\"nickname\":null}");
		}
	}

	record Email(String address) {

	}

	record User(UUID userId, String userName, Email email, String nickname) {

	}

	@WebApplication
	static class Users {

		@RpcMethod
		User find(UUID id) {
			return new User(id, "mike", new Email("some@mail.com"), null);
		}

	}

	@WebApplication
	@Import(EmailSerializer.class)
	static class CustomizedUsers extends Users {

		@Bean
		JsonMapperBuilderCustomizer mixin() {
			return (builder) -> builder.addMixIn(User.class, WithoutName.class);
		}

	}

	interface WithoutName {

		@JsonIgnore
		String userName();

	}

	@JacksonComponent
	static class EmailSerializer extends ValueSerializer<Email> {

		@Override
		public void serialize(Email email, tools.jackson.core.JsonGenerator generator, SerializationContext context) {
			generator.writeString(email.address());
		}

	}

	@WebApplication
	static class Jackson2Users extends Users {

		@Bean
		ObjectMapper objectMapper() {
			return new ObjectMapper()
				.registerModule(new SimpleModule().addSerializer(Email.class, new Jackson2EmailSerializer()));
		}

	}

	static class Jackson2EmailSerializer extends StdSerializer<Email> {

		private static final long serialVersionUID = 1L;

		Jackson2EmailSerializer() {
			super(Email.class);
		}

		@Override
		public void serialize(Email email, JsonGenerator generator, SerializerProvider provider) throws IOException {
			generator.writeString(email.address());
		}

	}

}
