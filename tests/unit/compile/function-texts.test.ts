import { expect, it } from 'vitest';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { functionTexts } from '../../../src/lessons-runtime/compile/function-texts.ts';

/** Returns the texts of a cell's functions with white space collapsed. */
function textsOf(source: string): { readonly outer: readonly string[]; readonly inner: readonly string[] } {
  const compiled = compileCell(source, { name: 'c', run: 1 });
  if (!compiled.ok) throw new Error(compiled.problem.code);
  const { outer, inner } = functionTexts(compiled.code);
  const short = (texts: ReadonlySet<string>) => [...texts].map((text) => text.replace(/\s+/g, ' ').trim());
  return { outer: short(outer), inner: short(inner) };
}

it.each([
  ['const f = (x: number) => x;', ['(x ) => x']],
  ['function f() { return 1; }', ['function f() { return 1; }']],
  ['const o = { m() { return 1; }, get g() { return 2; } };', ['m() { return 1; }', 'get g() { return 2; }']],
  ['[1].map((x) => x);', ['(x) => x']],
  ['async function* f() {}', ['async function* f() {}']],
])('%s contains only functions that retain no values', (source, outer) => {
  expect(textsOf(source)).toEqual({ outer, inner: [] });
});

it.each([
  ['const f = () => () => 1;', '() => 1'],
  ['let fs = []; for (const x of [1]) fs.push(() => x);', '() => x'],
  ['{ const k = 1; var f = () => k; }', '() => k'],
  ['let f; try {} catch (e) { f = () => e; }', '() => e'],
  ['switch (1) { case 1: let k = 2; var f = () => k; }', '() => k'],
  ['class A { f = () => this; }', '() => this'],
  ['class A { static { this.f = () => 1; } }', '() => 1'],
  ['class A { m() { return () => this; } }', '() => this'],
  ['class A { #t = 1; }', 'class A { #t = 1; }'],
  ['class A { #m() {} }', 'class A { #m() {} }'],
  ['const o = { m() { return { n() {} }; } };', 'n() {}'],
])('%s contains a function that can retain values', (source, inner) => {
  expect(textsOf(source).inner).toContain(inner);
});

it('returns the same texts as toString of the functions', async () => {
  const compiled = compileCell(
    `const f = () => { const g = function (x: number) { return x; }; return g; };
     class B { #p = 1; m(): void {} static async s() {} }`,
    { name: 'c', run: 1 },
  );
  if (!compiled.ok) throw new Error(compiled.problem.code);
  const { outer, inner } = functionTexts(compiled.code);
  const scope: Record<string, unknown> = {};
  // biome-ignore lint/security/noGlobalEval: compiled cells are meant to be evaluated
  const evaluate = globalThis.eval;
  const run = evaluate(compiled.code) as (scope: object, load: null, ran: () => void) => Promise<unknown>;
  await run(scope, null, () => {});
  const { f, B } = scope as { f: () => unknown; B: { s: unknown; prototype: { m: unknown } } };
  for (const found of [f, B.prototype.m, B.s]) expect(outer).toContain(String(found));
  for (const found of [f(), B]) expect(inner).toContain(String(found));
});
