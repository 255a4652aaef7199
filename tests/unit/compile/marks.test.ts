import { expect, test } from 'vitest';
import { expectCompiled, load } from './test-kernel.ts';

/** Runs a cell whose name `fail` throws. @returns the names that it said it had declared by then */
async function declaredBefore(source: string): Promise<readonly string[]> {
  const { code, declares } = expectCompiled(source);
  let last = 0;
  const scope = {
    log() {},
    get fail() {
      throw new Error('here');
    },
  };
  await load(code)(
    scope,
    async (specifier) => {
      if (specifier === 'bad') throw new Error('here');
      return { a: 1 };
    },
    (mark) => {
      expect(mark).toBeGreaterThan(last);
      last = mark;
    },
  ).catch(() => {});
  return declares.filter(({ mark }) => mark !== null && mark <= last).map(({ name }) => name);
}

test.each([
  ['nothing yet', 'fail; const a = 1', []],
  ['what came before, line by line', 'const a = 1\nlet b\nvar c\nfail\nlet d', ['a', 'b', 'c']],
  ['not the one whose value fails', 'let a\nconst b = fail', ['a']],
  ['not half a statement', 'const a = 1, { b } = fail', []],
  ['not half a pattern', 'const { a, b = fail } = { a: 1 }', []],
  ['functions and imports at once', 'fail; function f() {}\nimport { a } from "m"', ['f', 'a']],
  ['no function where an import fails', 'function f() {}\nimport { a } from "m"; import "bad"', []],
  ['a class', 'class A {}\nclass B { static b = fail }', ['A']],
  ['what is exported', 'export const a = 1\nexport default class B {}\nfail; export let c', ['a', 'B']],
  ['a class before a line that begins with a parenthesis', 'class A {}\n(log)()\nfail', ['A']],
  ['a value before a line that begins with a pattern', 'const a = {}\n;[log]\nfail', ['a']],
  ['all, in one line', 'const a = 1; let b = a /* b */ // c', ['a', 'b']],
  ['not what stands in a block', '{ let a = 1; var b = a } const c = 1', ['c']],
  ['beside a learner’s own name for it', 'const $ran = 1; const f = ($ran) => $ran; fail', ['$ran', 'f']],
])('a cell says that it has declared %s', async (_, source, names) => {
  expect([...(await declaredBefore(source))].sort()).toEqual([...names].sort());
});
