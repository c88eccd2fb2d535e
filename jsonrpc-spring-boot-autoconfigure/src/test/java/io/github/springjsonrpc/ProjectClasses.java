package io.github.springjsonrpc;

import java.util.List;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The classes of the library, analysed once for all rules.
 */
final class ProjectClasses {

	static final String BASE = "io.github.springjsonrpc";

	static final JavaClasses ALL = analyse();

	private ProjectClasses() {
	}

	private static JavaClasses analyse() {
		ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
		return new ClassFileImporter()
			.withImportOptions(List.of(new ImportOption.DoNotIncludeTests(), new ImportOption.DoNotIncludeJars()))
			.importPackages(BASE);
	}

}
