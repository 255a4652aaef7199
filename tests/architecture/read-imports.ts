import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** Path of the importing file, below the root, with `/`. */
  readonly from: string;
  /** Path of the imported file, or the specifier of a package. */
  readonly to: string;
  readonly line: number;
  /** Whether it disappears when types are erased. */
  readonly isTypeOnly: boolean;
  /** Whether it is in a `<script>` of an Astro component. */
  readonly isPageScript: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Reads all files below a folder, except those in a `dist` folder. */
export function readTree(root: string, extensions: readonly string[]): readonly SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').includes('dist'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Returns the imports of a file: `import`, `export … from`, `import(…)` and `import('…')` types. */
export function importsOf(file: SourceFile): readonly Import[] {
  return scriptsOf(file).flatMap(({ text, firstLine, isPageScript }) => {
    const source = ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true);
    const found: Import[] = [];
    const add = (node: ts.Node, specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
      if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
      const line = firstLine + source.getLineAndCharacterOfPosition(node.getStart()).line;
      found.push({ from: file.path, to: resolve(file.path, specifier.text), line, isTypeOnly, isPageScript });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeOnlyImport(node.importClause));
      else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
        add(node, node.argument.literal, true);
      } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        add(node, node.arguments[0], false);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  return (
    clause.name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** Resolves a relative specifier to a path below the root; returns other specifiers unchanged. */
export function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(from), specifier).replaceAll('\\', '/') : specifier;
}

interface Script {
  readonly text: string;
  readonly firstLine: number;
  readonly isPageScript: boolean;
}

/** Returns the TypeScript of a file: its whole text, or the frontmatter and scripts of an Astro component. */
export function scriptsOf({ path, text }: SourceFile): readonly Script[] {
  if (!path.endsWith('.astro')) return [{ text, firstLine: 1, isPageScript: false }];
  const blocks = [...text.matchAll(/^---\n([\s\S]*?)^---$|<script(?: [^>]*)?>([\s\S]*?)<\/script>/gm)];
  return blocks.map((block) => {
    const content = block[1] ?? block[2] ?? '';
    const start = block.index + block[0].indexOf(content);
    return {
      text: content,
      firstLine: text.slice(0, start).split('\n').length,
      isPageScript: block[2] !== undefined,
    };
  });
}

/** Returns the identifiers of a file that are neither declared in it nor names of properties, each with its first line. */
export function freeNames({ path, text }: SourceFile): ReadonlyMap<string, number> {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const declared = new Set<string>();
  const used = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isPropertyName(node)) {
      if (isDeclared(node)) declared.add(node.text);
      else if (!used.has(node.text)) used.set(node.text, lineOf(source, node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const name of declared) used.delete(name);
  return used;
}

/** Returns the line of a node, from 1. */
export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent);
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
    parent.name === node
  );
}

/** Returns the string literals and template parts of a file, each with its line. */
export function stringsOf(file: SourceFile): readonly { readonly text: string; readonly line: number }[] {
  return scriptsOf(file).flatMap(({ text, firstLine }) => {
    const source = ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true);
    const found: { text: string; line: number }[] = [];
    const visit = (node: ts.Node): void => {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node)
      ) {
        found.push({ text: node.text, line: firstLine + lineOf(source, node) - 1 });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}
