import { expect, test } from 'vitest';
import { expectCompiled, load } from './test-kernel.ts';

/** Runs a cell in which reading `fail` throws. @returns the names that it reported as declared before */
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
  ['nothing before its first declaration', 'fail; const a = 1', []],
  ['the declarations before the error', 'const a = 1\nlet b\nvar c\nfail\nlet d', ['a', 'b', 'c']],
  ['no declaration whose initial value throws', 'let a\nconst b = fail', ['a']],
  ['no declaration of an incomplete statement', 'const a = 1, { b } = fail', []],
  ['no declaration of an incomplete pattern', 'const { a, b = fail } = { a: 1 }', []],
  ['functions and imports first', 'fail; function f() {}\nimport { a } from "m"', ['f', 'a']],
  ['no function if an import fails', 'function f() {}\nimport { a } from "m"; import "bad"', []],
  ['a class', 'class A {}\nclass B { static b = fail }', ['A']],
  ['exported declarations', 'export const a = 1\nexport default class B {}\nfail; export let c', ['a', 'B']],
  ['a class before a line that begins with a parenthesis', 'class A {}\n(log)()\nfail', ['A']],
  ['a value before a line that begins with a pattern', 'const a = {}\n;[log]\nfail', ['a']],
  ['all declarations of one line', 'const a = 1; let b = a /* b */ // c', ['a', 'b']],
  ['no let in a block', '{ let a = 1; var b = a } const c = 1', ['c']],
  [
    'declarations even if the learner declares $ran',
    'const $ran = 1; const f = ($ran) => $ran; fail',
    ['$ran', 'f'],
  ],
])('a cell reports %s', async (_, source, names) => {
  expect([...(await declaredBefore(source))].sort()).toEqual([...names].sort());
});
