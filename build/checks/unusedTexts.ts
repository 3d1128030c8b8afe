// Texts of the interface that nothing shows. They are read as one object, so that the compiler and knip,
// which know exports, cannot tell.

import ts from 'typescript';

/**
 * The texts of `*.zh.ts` files that no file but the languages' names, as `notes.zh.ts: actions.undo`. A group
 * that is handed on whole counts as used with all that is in it.
 */
export function listUnusedTexts(
  fileNames: readonly string[],
  options: ts.CompilerOptions,
): readonly string[] {
  const service = ts.createLanguageService(hostOf(fileNames, options));
  const program = service.getProgram();
  if (program === undefined) throw new Error('The texts cannot be read as TypeScript.');
  const chosen = listChosenByKey(program);
  const unused: string[] = [];

  function visit(file: ts.SourceFile, group: ts.ObjectLiteralExpression, path: string): void {
    for (const property of group.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      if (chosen.has(property)) continue;
      const name = property.name.getText(file);
      const uses = usesOf(file.fileName, property.name.getStart(file));
      if (uses.length === 0) unused.push(`${baseName(file)}: ${path}${name}`);
      else if (ts.isObjectLiteralExpression(property.initializer) && uses.every(isStep)) {
        visit(file, property.initializer, `${path}${name}.`);
      }
    }
  }

  function usesOf(fileName: string, at: number): readonly ts.ReferenceEntry[] {
    const found = service.findReferences(fileName, at) ?? [];
    return found
      .flatMap(({ references }) => references)
      .filter((one) => !/\.(?:zh|en)\.ts$/.test(one.fileName));
  }

  /** Whether a name is followed by the name of one thing in it. */
  function isStep({ fileName, textSpan }: ts.ReferenceEntry): boolean {
    const text = service.getProgram()?.getSourceFile(fileName)?.text;
    return text?.[textSpan.start + textSpan.length] === '.';
  }

  for (const file of program.getSourceFiles()) {
    if (file.fileName.endsWith('.zh.ts')) {
      for (const group of groupsOf(file)) visit(file, group, '');
    }
  }
  return unused;
}

/** What is read as `texts[key]`, where the type of the key says which: a reference by name does not show these. */
function listChosenByKey(program: ts.Program): ReadonlySet<ts.Node> {
  const checker = program.getTypeChecker();
  const chosen = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node)) {
      const owner = checker.getTypeAtLocation(node.expression);
      const key = checker.getTypeAtLocation(node.argumentExpression);
      for (const one of key.isUnion() ? key.types : [key]) {
        if (!one.isStringLiteral()) continue;
        for (const declared of owner.getProperty(one.value)?.declarations ?? [])
          chosen.add(declared);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return chosen;
}

/** The objects a file of texts exports; of a record checked against a union each key is known to be wanted. */
function groupsOf(file: ts.SourceFile): readonly ts.ObjectLiteralExpression[] {
  return file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) =>
      initializer !== undefined && ts.isObjectLiteralExpression(initializer) ? [initializer] : [],
    );
}

function baseName({ fileName }: ts.SourceFile): string {
  return fileName.slice(fileName.lastIndexOf('/') + 1);
}

function hostOf(fileNames: readonly string[], options: ts.CompilerOptions): ts.LanguageServiceHost {
  return {
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
    readDirectory: (...args) => ts.sys.readDirectory(...args),
    getScriptFileNames: () => [...fileNames],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  };
}
