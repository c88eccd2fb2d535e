package io.github.springjsonrpc.sample.users;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import org.springframework.boot.jackson.JacksonComponent;

/**
 * Writes an {@link EmailAddress} as a string. The application's own mapper writes results
 * and so knows this serializer.
 */
@JacksonComponent
class EmailAddressSerializer extends ValueSerializer<EmailAddress> {

	@Override
	public void serialize(EmailAddress address, JsonGenerator json, SerializationContext context) {
		json.writeString(address.local() + "@" + address.domain());
	}

}
