package io.github.springjsonrpc.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.core.OverridingClassLoader;

/**
 * Loads a class as if it had been compiled without {@code -parameters}, other than
 * everything in this build.
 */
final class WithoutParameterNames extends OverridingClassLoader {

	private final String className;

	private WithoutParameterNames(Class<?> type) {
		super(type.getClassLoader());
		this.className = type.getName();
	}

	static Class<?> load(Class<?> type) {
		try {
			return new WithoutParameterNames(type).loadClass(type.getName());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	protected boolean isEligibleForOverriding(String className) {
		return className.equals(this.className);
	}

	@Override
	protected byte[] transformIfNecessary(String name, byte[] bytes) {
		ClassWriter writer = new ClassWriter(0);
		new ClassReader(bytes).accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION, writer) {
			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
					String @Nullable [] exceptions) {
				return new NameRemover(super.visitMethod(access, name, descriptor, signature, exceptions));
			}
		}, 0);
		return writer.toByteArray();
	}

	private static final class NameRemover extends MethodVisitor {

		NameRemover(MethodVisitor visitor) {
			super(SpringAsmInfo.ASM_VERSION, visitor);
		}

		@Override
		public void visitParameter(String name, int access) {
			// not passed on
		}

	}

}
