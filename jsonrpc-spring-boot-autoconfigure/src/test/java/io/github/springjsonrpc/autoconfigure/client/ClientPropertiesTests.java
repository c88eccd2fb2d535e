package io.github.springjsonrpc.autoconfigure.client;

import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.autoconfigure.page.ConfigurationPage;
import io.github.springjsonrpc.autoconfigure.page.ConfigurationPage.Property;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on configuration lists the properties of a client, which are in no metadata.
 */
class ClientPropertiesTests {

	private static final String PREFIX = "jsonrpc.clients.<name>.";

	private static final List<Property> ROWS = ConfigurationPage.read()
		.properties("Properties of a client")
		.stream()
		.filter((row) -> row.name().startsWith(PREFIX))
		.toList();

	@Test
	void pageHasEachProperty() {
		List<String> names = new ArrayList<>();
		collect(JsonRpcClientProperties.class, PREFIX, names);
		assertThat(ROWS).extracting(Property::name).containsExactlyInAnyOrderElementsOf(names);
	}

	private static void collect(Class<?> type, String prefix, List<String> names) {
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
			String name = prefix + DataObjectPropertyName.toDashedForm(property.getName());
			if (property.getWriteMethod() != null || property.getPropertyType() == java.util.Map.class) {
				names.add(name);
			}
			else if (!ClassUtils.isAssignable(Class.class, property.getPropertyType())) {
				collect(property.getPropertyType(), name + ".", names);
			}
		}
	}

	@Test
	void pageTellsTheDefaultsThatHold() {
		MockEnvironment environment = new MockEnvironment();
		ROWS.stream()
			.filter((row) -> !row.defaultValue().isEmpty())
			.forEach((row) -> environment.setProperty(row.name().replace("<name>", "users"), row.defaultValue()));
		JsonRpcClientProperties told = Binder.get(environment)
			.bind("jsonrpc.clients.users", Bindable.of(JsonRpcClientProperties.class))
			.get();
		assertThat(told).usingRecursiveComparison().isEqualTo(new JsonRpcClientProperties());
		assertThat(ROWS.stream().filter((row) -> row.defaultValue().isEmpty())).extracting(Property::name)
			.containsExactlyInAnyOrder(PREFIX + "url", PREFIX + "headers", PREFIX + "id-prefix",
					PREFIX + "batching.window", PREFIX + "websocket.sub-protocols", PREFIX + "connect-timeout",
					PREFIX + "read-timeout", PREFIX + "redirects", PREFIX + "cookie-handling", PREFIX + "ssl.bundle");
	}

}
