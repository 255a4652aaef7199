import { describe, expect, test } from 'vitest';
import { compileCell } from '../../../../src/lessons-runtime/compile/compile-cell.ts';
import { diagnoseProblem } from '../../../../src/lessons-runtime/compile/problems/diagnose-problem.ts';
import type { Problem, ProblemCode } from '../../../../src/lessons-runtime/compile/problems/problem.ts';
import {
  type ProblemText,
  problemText,
} from '../../../../src/lessons-runtime/compile/problems/problem-text.ts';
import type { Language } from '../../../../src/lessons-runtime/shared/language.ts';

function refusal(source: string): Problem {
  const result = compileCell(source, { name: 'cell', run: 1 });
  if (result.ok) throw new Error(`Compiled: ${source}`);
  return result.problem;
}

function problemIn(source: string): Problem {
  return diagnoseProblem(source, refusal(source));
}

function textFor(source: string, language: Language): ProblemText {
  return problemText(source, refusal(source), language);
}

/** A cell for each code. The type makes the list complete. */
const CELLS: Readonly<Record<ProblemCode, string>> = {
  syntax: 'const a = ;',
  'unclosed-bracket': 'f(1',
  'unexpected-bracket': 'f(1))',
  enum: 'enum Kind { A }',
  namespace: 'namespace N { f() }',
  'parameter-property': 'class K { constructor(public x: number) {} }',
  decorator: '@d class K {}',
  'import-equals': 'import fs = require("fs")',
  'import-meta': 'import.meta',
  'export-assignment': 'export = 1',
  'top-level-using': 'using f = g()',
  'top-level-return': 'return 1',
  with: 'with (a) {}',
  'delete-variable': 'delete a',
  'const-reassign': 'const a = 1; a = 2',
  'import-reassign': 'import { a } from "m"; a = 2',
  'duplicate-declaration': 'let a; let a',
  'used-before-declared': 'a; const a = 1',
  'await-outside-async': 'function f() { await 1 }',
  jsx: 'const x = <p>hola</p>',
};

describe('every problem has a text in both languages', () => {
  test.each(Object.entries(CELLS))('%s', (code, cell) => {
    expect(problemIn(cell).code).toBe(code);
    const es = textFor(cell, 'es');
    const en = textFor(cell, 'en');
    for (const { what, advice } of [es, en]) {
      expect(what).toMatch(/^\S.{10,}\.$/);
      expect(advice).toMatch(/^\S.{10,}$/);
      expect(what + advice).not.toMatch(/\{(?:name|bracket|token|message|keyword|expected)\}|undefined/);
    }
    expect(es.what).not.toBe(en.what);
    expect(es.advice).not.toBe(en.advice);
  });

  test.each([
    ['const a', 'DeclarationMissingInitializer'],
    ['let s = "a', 'UnterminatedString'],
    ['let s = `a', 'UnterminatedTemplate'],
    ['/* a', 'UnterminatedComment'],
    ['let r = /a', 'UnterminatedRegExp'],
    ['const a =', 'UnexpectedEnd'],
    ['const a = ;', 'UnexpectedToken'],
    ['const a = 1 2', 'MissingSemicolon'],
    ['const await = 1', 'UnexpectedReservedWord'],
    ['const class = 1', 'UnexpectedKeyword'],
    ['const 1a = 1', 'NumberIdentifier'],
    ['const 1er = 1', 'InvalidOrMissingExponent'],
    ['log(“a”)', 'InvalidOrUnexpectedToken'],
    ['6 × 7', 'MathematicalSign'],
    ['const a = b − 1;', 'MathematicalSign'],
    ['1 = a', 'InvalidLhs'],
    ['f({ a = 1 })', 'InvalidCoverInitializedName'],
    ['break', 'IllegalBreakContinue'],
    ['if (a) let b', 'UnexpectedLexicalDeclaration'],
    ['{ import "a" }', 'UnexpectedImportExport'],
    ['export default const a = 1', 'UnsupportedDefaultExport'],
    ['(a, a) => 1', 'ParamDupe'],
    ['try {}', 'NoCatchOrFinally'],
    ['a ?? b || c', 'MixingCoalesceWithLogical'],
    ['-a ** 2', 'UnexpectedTokenUnaryExponentiation'],
    ['010', 'StrictOctalLiteral'],
    ['class K { constructor() {} constructor() {} }', 'DuplicateConstructor'],
    ['super()', 'SuperNotAllowed'],
    ['a?.b = 1', 'MissingPlugin'],
  ])('%s has the text of %s', (cell, reason) => {
    expect(problemIn(cell).detail['reason']).toBe(reason);
    expect(textFor(cell, 'es').advice).not.toContain('analizador');
    expect(textFor(cell, 'en').advice).not.toContain('parser');
  });

  test('names the expected token', () => {
    expect(textFor('f(a b)', 'es').what).toBe('Se esperaba «,» antes de «b».');
    expect(textFor('f(a b)', 'en').what).toBe('“,” was expected before “b”.');
  });

  test('quotes the parser for an error without a text of its own', () => {
    const cell = 'class K { constructor: number }';
    expect(textFor(cell, 'es').advice).toContain("Classes may not have a field named 'constructor'.");
    expect(textFor(cell, 'en').advice).toContain("Classes may not have a field named 'constructor'.");
  });
});

describe('problems have a place in the learner’s source', () => {
  test.each([
    ['in a later line', 'const a = 1\n\n  enum B { C }', 3, 3],
    ['after wide characters', 'const s = "🦒"; s = 1', 1, 17],
    ['after Windows line ends', 'let a\r\nlet b\r\nlet a', 3, 5],
    ['at the end of the text', 'const a =', 1, 10],
    ['at the bracket left open', 'const a = 1\nf({\n  x: [1, 2,\n})\ng()', 3, 6],
    ['at the outer bracket, when only that is open', 'f(\n  { a: 1 },\n', 1, 2],
    [
      'not at brackets in strings, comments, templates and regular expressions',
      '"(" // (\n`[` /* { */;\n/[(]/.test(a))',
      3,
      14,
    ],
    ['not at brackets of a template’s expression', '`a$' + '{f({ b: `)` })}`; g(]', 1, 23],
  ])('%s', (_, cell, line, column) => {
    expect(problemIn(cell)).toMatchObject({ line, column });
  });
});
