package io.github.springjsonrpc.autoconfigure;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * Properties of things that users name, such as {@code jsonrpc.servers.<name>}, for when
 * there are no beans yet.
 */
public final class NamedProperties {

	private NamedProperties() {
	}

	/**
	 * Return the names below a prefix.
	 * @param environment holds the properties
	 * @param prefix what stands in front of the names
	 * @return the names as they are written, sorted, with the property that each stands
	 * for
	 */
	public static Map<String, ConfigurationPropertyName> names(Environment environment,
			ConfigurationPropertyName prefix) {
		Map<ConfigurationPropertyName, String> names = new TreeMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource properties) {
				properties.stream()
					.filter(prefix::isAncestorOf)
					.map((name) -> name.chop(prefix.getNumberOfElements() + 1))
					.forEach((name) -> names.merge(name, name.getLastElement(Form.ORIGINAL),
							NamedProperties::asWritten));
			}
		}
		Map<String, ConfigurationPropertyName> byName = new TreeMap<>();
		names.forEach((property, name) -> byName.put(name, property));
		return byName;
	}

	// an environment variable can't tell "orderApi" and "order-api" from "orderapi"
	private static String asWritten(String one, String other) {
		if (one.length() != other.length()) {
			return (one.length() > other.length()) ? one : other;
		}
		return (one.compareTo(other) < 0) ? one : other;
	}

	/**
	 * Bind properties, and refuse those that do not exist.
	 * @param binder the binder
	 * @param prefix what the properties begin with
	 * @param properties what to bind to
	 * @param problem what is wrong with a property that does not exist
	 */
	public static void bind(Binder binder, ConfigurationPropertyName prefix, Object properties, String problem) {
		try {
			binder.bind(prefix, Bindable.ofInstance(properties),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
		}
		catch (BindException ex) {
			if (ex.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
				ConfigurationProperty property = unbound.getUnboundProperties().iterator().next();
				throw new InvalidConfigurationPropertyValueException(property.getName().toString(), property.getValue(),
						problem);
			}
			throw ex;
		}
	}

}
