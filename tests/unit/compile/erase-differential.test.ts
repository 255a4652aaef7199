import { readdirSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { parse } from '@babel/parser';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { findRefused } from '../../../src/lessons-runtime/compile/find-refused.ts';
import { parseCell } from '../../../src/lessons-runtime/compile/parse-cell.ts';
import { createEdits } from '../../../src/lessons-runtime/compile/source/edits.ts';
import { lineStarts } from '../../../src/lessons-runtime/compile/source/lines.ts';
import { endOf, startOf } from '../../../src/lessons-runtime/compile/source/syntax.ts';
import { eraseTypes } from '../../../src/lessons-runtime/compile/types/erase-types.ts';

/** Returns the paths of the TypeScript sources in installed packages, as realistic input. */
function installedSources(): readonly string[] {
  const root = new URL('../../../node_modules/', import.meta.url).pathname;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.d\.(\w+\.)?ts$/.test(path))
    .map((path) => root + path)
    .sort();
}

/** Erases the types, imports and export lists of a module. Returns undefined if cells do not support it. */
function erase(source: string): string | undefined {
  const parsed = parseCell(source);
  if (!parsed.ok || findRefused(source, parsed.program)) return undefined;
  const edits = createEdits(source);
  eraseTypes(source, parsed.program, edits);
  for (const statement of parsed.program.body) {
    const isList = statement.type === 'ExportNamedDeclaration' && !statement.declaration;
    if (isList || statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') {
      edits.blank(startOf(statement), endOf(statement), ';');
    }
  }
  return edits.apply().text;
}

function transpile(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      removeComments: true,
    },
  }).outputText;
}

/** Returns the syntax tree as JSON, without positions, parentheses, empty statements, directives, imports and export lists. */
function treeOf(code: string): string {
  const { program } = parse(code, {
    sourceType: 'module',
    attachComment: false,
    allowUndeclaredExports: true,
  });
  return JSON.stringify(program, (key, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    // TypeScript adds "use strict" to files that are not modules.
    if (['start', 'end', 'loc', 'extra', 'directives'].includes(key)) return undefined;
    if (!Array.isArray(value)) return value;
    return value.filter((item: { type?: string; declaration?: unknown } | null) => {
      if (item?.type === 'ExportNamedDeclaration') return Boolean(item.declaration);
      return !['EmptyStatement', 'ImportDeclaration', 'ExportAllDeclaration'].includes(item?.type ?? '');
    });
  });
}

test('erased sources have the same syntax tree as the output of TypeScript', { timeout: 60_000 }, () => {
  const differing: string[] = [];
  let compared = 0;
  for (const [index, path] of installedSources().entries()) {
    const source = readFileSync(path, 'utf8');
    // Only every other file of moderate size, because TypeScript takes ten times as long as the rest of the test.
    if (index % 2 === 1 || source.length > 60_000) continue;
    const erased = erase(source);
    if (erased === undefined) continue;
    compared += 1;
    const sameLines = lineStarts(erased).length === lineStarts(source).length;
    if (!sameLines || treeOf(erased) !== treeOf(transpile(source))) differing.push(path);
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(300);
});

test('complete sources compile to valid scripts with the same lines', { timeout: 60_000 }, () => {
  const rejected: string[] = [];
  let compiledCount = 0;
  for (const [index, path] of installedSources().entries()) {
    // The other half of the files.
    if (index % 2 === 0) continue;
    const source = readFileSync(path, 'utf8');
    const compiled = compileCell(source, { name: 'file', run: 1 });
    if (!compiled.ok) continue;
    compiledCount += 1;
    try {
      new Script(compiled.code);
      const extraLines = lineStarts(compiled.code).length - lineStarts(source).length;
      if (extraLines !== 2) rejected.push(`${path}: ${extraLines} more lines`);
    } catch (error) {
      rejected.push(`${path}: ${String(error)}`);
    }
  }
  expect(rejected).toEqual([]);
  expect(compiledCount).toBeGreaterThanOrEqual(300);
});
