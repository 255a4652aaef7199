import ts from 'typescript';
import { lineOf, resolve, type SourceFile, scriptsOf } from './read-imports.ts';

/** Each `import(…)`, and the function that is given it: `f` of `f(() => import(…))`, else `null`. */
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

/** The runtime's own classes that a file asks for, by `instanceof` or by `isInstance(…)`, each with the file that it comes from. */
export function classesAskedFor({ path, text }: SourceFile): readonly {
  readonly name: string;
  readonly line: number;
  readonly from: string;
}[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const origins = new Map<string, string>();
  const asked: { name: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name !== undefined) origins.set(node.name.text, path);
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      const elements = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
      for (const { name } of elements) origins.set(name.text, resolve(path, node.moduleSpecifier.text));
    }
    const target = askedClass(node);
    if (target !== undefined) asked.push({ name: target.text, line: lineOf(source, target) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return asked.flatMap(({ name, line }) => {
    const from = origins.get(name);
    return from === undefined ? [] : [{ name, line, from }];
  });
}

function askedClass(node: ts.Node): ts.Identifier | undefined {
  const isAsked = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  const isCall = ts.isCallExpression(node) && node.expression.getText() === 'isInstance';
  const target = isAsked ? node.right : isCall ? node.arguments[1] : undefined;
  return target !== undefined && ts.isIdentifier(target) ? target : undefined;
}

/** The lines at the top of a file that make what is itself only once: a variable, a symbol, something to be filled. */
export function ownState({ path, text }: SourceFile): readonly number[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isVariable = (declarationList.flags & ts.NodeFlags.Const) === 0;
    return declarationList.declarations
      .filter(({ initializer }) => {
        const made = initializer?.getText() ?? '';
        return isVariable || /^(?:Symbol\(|new (?:Weak)?(?:Map|Set)(?:<[^(]*>)?\(\))/.test(made);
      })
      .map((declaration) => lineOf(source, declaration));
  });
}
