import { describe, expect, test } from 'vitest';
import type { Position } from '../../../src/lessons-runtime/compile/source/lines.ts';
import { createRandom } from './seeded-random.ts';
import { createTestKernel, expectCompiled, load } from './test-kernel.ts';

/** Runs a cell and returns the place in the learner's source where the cell called `boom`. */
async function placeOfBoom(source: string): Promise<Position> {
  const compiled = expectCompiled(source);
  const { scope } = createTestKernel();
  let stack = '';
  const boom = () => {
    stack = new Error().stack ?? '';
    return 0;
  };
  Object.defineProperty(scope, 'boom', { value: boom });
  Object.defineProperty(scope, 'a', { value: 1, writable: true });
  for (const { name } of compiled.declares) Object.defineProperty(scope, name, { value: 0, writable: true });
  await load(compiled.code)(
    scope,
    async () => ({}),
    () => {},
  );
  const frame = /cell-test\.r1\.ts:(\d+):(\d+)/.exec(stack);
  if (!frame) throw new Error(`No frame of the cell in\n${stack}`);
  return compiled.mapPosition(Number(frame[1]), Number(frame[2]));
}

function placeIn(source: string, text: string): Position {
  const before = source.slice(0, source.lastIndexOf(text)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

describe('an error is mapped to its cause in the learner’s source', () => {
  test.each([
    ['first column', 'boom()'],
    ['after a declaration', 'const x = 1; boom()'],
    ['after types', 'const x: Array<number> = [1 as number]; boom()'],
    ['in an argument', 'Math.max(a, a, boom())'],
    ['in a shorthand object', '({ a, b: a, c: boom() })'],
    ['in a pattern’s default', 'const { x = a, y = boom() } = {}'],
    ['in a template', '`$' + '{a} $' + '{boom()}`'],
    ['in a function', 'function f(x: number): number { return x + a + boom() }\nf(a)'],
    ['in a named arrow', 'const f = (x: number) => boom() + x\nf(1)'],
    ['in a class field', 'class K { private readonly x: number = a + boom() }\nnew K()'],
    ['in a class method', 'class K<T> { m(this: K<T>, x?: T) { return a + boom() } }\nnew K<number>().m(1)'],
    ['as the last expression', 'a; a + a + boom()'],
    ['in an export', 'export const x = boom()'],
    ['in export default', 'export default boom()'],
    ['after an import', 'import { y } from "m"; a + boom()'],
    ['on the first line, after functions hoisted there', 'function f() {} function g() {} a + boom()'],
    ['after an emoji', 'const s = "🦒🦒"; a + boom()'],
    ['after a tab', '\ta + boom()'],
    ['after a CRLF', 'a\r\na + boom()'],
    ['with type arguments', 'a + boom<number>()'],
    ['asserted not to be null', 'a + boom!()'],
    ['by optional call', 'a + boom?.(a)'],
    ['with a comment before its parenthesis', 'a + boom /* ( */ (a)'],
    ['through a method', 'const o = { boom }; a; o.boom()'],
  ])('%s', async (_, source) => {
    expect(await placeOfBoom(source)).toEqual(placeIn(source, 'boom'));
  });

  test('a value read of a missing name', async () => {
    const source = 'const x: number = 1\nconst y = x + (missing as number)';
    const compiled = expectCompiled(source);
    const { scope } = createTestKernel();
    Object.defineProperty(scope, 'x', { value: 1, writable: true });
    const error: unknown = await load(compiled.code)(
      scope,
      async () => ({}),
      () => {},
    ).catch((thrown: unknown) => thrown);
    const frame = /cell-test\.r1\.ts:(\d+):(\d+)/.exec(error instanceof Error ? (error.stack ?? '') : '');
    expect(compiled.mapPosition(Number(frame?.[1]), Number(frame?.[2]))).toEqual(placeIn(source, 'missing'));
  });

  test('a module that fails to load is mapped to its import', () => {
    const source = 'const a = 1\n\nimport { b } from "nowhere"\nimport c from "there"';
    const compiled = expectCompiled(source);
    expect(compiled.mapPosition(1, compiled.code.indexOf('"nowhere"') + 1)).toEqual({ line: 3, column: 1 });
    expect(compiled.mapPosition(1, compiled.code.indexOf('"there"') + 1)).toEqual({ line: 4, column: 1 });
  });
});

test('columns are mapped for any combination of insertions', async () => {
  const random = createRandom(20260);
  const pieces = [
    'a + ',
    '(<number>a) + ',
    '(a as number)! + ',
    'Math.max(a, 1) + ',
    'typeof nobody + ',
    '({ a }).a + ',
    '((x: number): number => x + a)(a) + ',
    '(a += 1) + ',
    '[a, a].map<number>((y) => y + a)[0] + ',
    '((f = () => a) => f())() + ',
    '`$' + '{a}` + ',
    '/* comentario */ ',
  ];
  const starts = [
    '',
    'const v = ',
    'let w: number | string = ',
    'var { z } = { z: 0 }, u = ',
    'a; ',
    '{ const q = a; q } ',
    '(a) + ',
  ];
  const lines = [
    'const l1 = 1;',
    'function fn(x?: number) { return a }',
    'interface I { a: number }',
    'class C { x = a }',
    '',
    '// ñandú',
  ];
  for (let round = 0; round < 300; round += 1) {
    const above = Array.from(lines.slice(0, random.below(lines.length + 1)));
    const middle = Array.from({ length: random.below(6) }, () => random.pick(pieces)).join('');
    const source = [
      ...above,
      `${' '.repeat(random.below(4))}${random.pick(starts)}${middle}boom()`,
      'a',
    ].join('\n');
    expect(await placeOfBoom(source), source).toEqual(placeIn(source, 'boom'));
  }
});

test('the place of every name in the code is mapped to its place in the source', () => {
  const source = [
    'import { n1 } from "m2"; const { n3, n4: [n5 = 6] } = n7, n8 = (n9: number) => n10 + n11;',
    'class N12<T> extends n13.N14<T> { n15?: T = n16(n17) as T; [n18](n19: T) { return { n20, n21: n22 } } }',
    'n23(n24)\nn25<number>(n26!)\n[n27, n28.n29, n30] = [n31, typeof n32, n33`n34`]',
    'export default n35(n36)!',
  ].join('\n');
  const compiled = expectCompiled(source);
  const codeLines = compiled.code.split('\n');
  for (const [row, text] of source.split('\n').entries()) {
    for (const match of text.matchAll(/\bn\d+/g)) {
      // The binding of an import is hoisted to the first line.
      if (match[0] === 'n1') continue;
      const occurrences = (codeLines[row] ?? '').matchAll(new RegExp(`\\b${match[0]}\\b`, 'g'));
      const places = Array.from(occurrences, ({ index }) => compiled.mapPosition(row + 1, index + 1));
      expect(places, match[0]).toContainEqual({ line: row + 1, column: match.index + 1 });
    }
  }
});

test('places outside the source are mapped to its nearest end', () => {
  const compiled = expectCompiled('a\nbb');
  expect(compiled.mapPosition(0, 0)).toEqual({ line: 1, column: 1 });
  expect(compiled.mapPosition(2, 99)).toEqual({ line: 2, column: 3 });
  expect(compiled.mapPosition(3, 1)).toEqual({ line: 2, column: 3 });
  expect(compiled.mapPosition(99, 1)).toEqual({ line: 2, column: 3 });
  expect(expectCompiled('').mapPosition(1, 40)).toEqual({ line: 1, column: 1 });
});
