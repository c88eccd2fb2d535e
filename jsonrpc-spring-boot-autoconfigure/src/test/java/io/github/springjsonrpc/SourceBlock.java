package io.github.springjsonrpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/**
 * The body of a method or lambda in a source file.
 *
 * @param file the file
 * @param line where it begins
 * @param lines how many lines stand between its braces
 * @param lambda whether it is that of a lambda
 */
record SourceBlock(String file, long line, long lines, boolean lambda) {

	/**
	 * Return the bodies in some files.
	 */
	static List<SourceBlock> of(List<Path> paths) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(paths));
			Scanner scanner = new Scanner(Trees.instance(task).getSourcePositions());
			task.parse().forEach((unit) -> scanner.scan(unit, unit));
			return scanner.blocks;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Scanner extends TreeScanner<Void, CompilationUnitTree> {

		private final List<SourceBlock> blocks = new ArrayList<>();

		private final SourcePositions positions;

		Scanner(SourcePositions positions) {
			this.positions = positions;
		}

		@Override
		public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
			if (method.getBody() != null) {
				add(method.getBody(), false, unit);
			}
			return super.visitMethod(method, unit);
		}

		@Override
		public Void visitLambdaExpression(LambdaExpressionTree lambda, CompilationUnitTree unit) {
			add(lambda.getBody(), true, unit);
			return super.visitLambdaExpression(lambda, unit);
		}

		private void add(Tree body, boolean lambda, CompilationUnitTree unit) {
			long start = unit.getLineMap().getLineNumber(this.positions.getStartPosition(unit, body));
			long end = unit.getLineMap().getLineNumber(this.positions.getEndPosition(unit, body));
			this.blocks
				.add(new SourceBlock(unit.getSourceFile().getName(), start, Math.max(0, end - start - 1), lambda));
		}

	}

}
