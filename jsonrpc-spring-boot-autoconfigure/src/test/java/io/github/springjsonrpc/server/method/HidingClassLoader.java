package io.github.springjsonrpc.server.method;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

import org.springframework.util.ClassUtils;

/**
 * Hides classes, also from other classes that need them: those it defines anew.
 */
class HidingClassLoader extends ClassLoader {

	private final Predicate<String> hidden;

	private final Predicate<String> redefined;

	HidingClassLoader(Predicate<String> hidden, Predicate<String> redefined) {
		super(HidingClassLoader.class.getClassLoader());
		this.hidden = hidden;
		this.redefined = redefined;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			if (this.hidden.test(name)) {
				throw new ClassNotFoundException(name);
			}
			if (!this.redefined.test(name)) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : define(name);
		}
	}

	private Class<?> define(String name) throws ClassNotFoundException {
		try (InputStream in = getResourceAsStream(ClassUtils.convertClassNameToResourcePath(name) + ".class")) {
			if (in == null) {
				throw new ClassNotFoundException(name);
			}
			byte[] bytes = in.readAllBytes();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
