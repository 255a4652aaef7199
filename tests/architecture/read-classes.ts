import ts from 'typescript';
import { lineOf, resolve, type SourceFile, scriptsOf } from './read-imports.ts';

/** Returns each `import(…)` of a file, with the function that it is passed to: `f` in `f(() => import(…))`, or `null`. */
export function dynamicImportsOf(
  file: SourceFile,
): readonly { readonly line: number; readonly loader: string | null }[] {
  return scriptsOf(file).flatMap(({ text, firstLine }) => {
    const source = ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true);
    const found: { line: number; loader: string | null }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const line = firstLine + source.getLineAndCharacterOfPosition(node.getStart()).line;
        found.push({ line, loader: loaderOf(node) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function loaderOf({ parent }: ts.CallExpression): string | null {
  if (!ts.isArrowFunction(parent) || !ts.isCallExpression(parent.parent)) return null;
  const { expression } = parent.parent;
  return ts.isIdentifier(expression) ? expression.text : null;
}

/** Returns the classes that a file checks with `instanceof` or `isInstance(…)`, each with the file that defines it. */
export function checkedClassesOf({ path, text }: SourceFile): readonly {
  readonly name: string;
  readonly line: number;
  readonly from: string;
}[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const origins = new Map<string, string>();
  const checked: { name: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name !== undefined) origins.set(node.name.text, path);
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      const elements = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
      for (const { name } of elements) origins.set(name.text, resolve(path, node.moduleSpecifier.text));
    }
    const target = checkedClass(node);
    if (target !== undefined) checked.push({ name: target.text, line: lineOf(source, target) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return checked.flatMap(({ name, line }) => {
    const from = origins.get(name);
    return from === undefined ? [] : [{ name, line, from }];
  });
}

function checkedClass(node: ts.Node): ts.Identifier | undefined {
  const isInstanceOf =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  const isCall = ts.isCallExpression(node) && node.expression.getText() === 'isInstance';
  const target = isInstanceOf ? node.right : isCall ? node.arguments[1] : undefined;
  return target !== undefined && ts.isIdentifier(target) ? target : undefined;
}

/** Returns the lines of a file's module state: variables, symbols and empty maps or sets at its top level. */
export function moduleStateOf({ path, text }: SourceFile): readonly number[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isVariable = (declarationList.flags & ts.NodeFlags.Const) === 0;
    return declarationList.declarations
      .filter(({ initializer }) => {
        const value = initializer?.getText() ?? '';
        return isVariable || /^(?:Symbol\(|new (?:Weak)?(?:Map|Set)(?:<[^(]*>)?\(\))/.test(value);
      })
      .map((declaration) => lineOf(source, declaration));
  });
}
