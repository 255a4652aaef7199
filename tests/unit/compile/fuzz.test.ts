import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { problemText } from '../../../src/lessons-runtime/compile/problems/problem-text.ts';
import { languages } from '../../../src/lessons-runtime/shared/language.ts';
import { randomProgram } from './random-program.ts';
import { createRandom } from './seeded-random.ts';

const FRAGMENTS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ';',
  ',',
  '\n',
  '`',
  '"',
  "'",
  '/',
  '=>',
  '=',
  ' as T',
  '!',
  '?.',
  '...',
  '<T>',
  ': T',
  'await ',
  'async ',
  'let ',
  'const ',
  'var ',
  'function ',
  'class ',
  'return ',
  'export ',
  'import ',
  'typeof ',
  'delete ',
  'this',
  'super',
  'yield ',
  'enum E {}',
  '@x ',
  '#p',
  '$',
  '\\u0061',
  '\u2028',
  '\r\n',
  '<!--',
  '-->',
  'declare ',
  'abstract ',
  'static ',
  'new ',
  '${',
  '*/',
  '/*',
  '//',
  '0777',
  '1n',
  '/(?<a>.)/u',
  'of ',
  'in ',
];

/** Returns a random program in which parts of the text are deleted, duplicated, moved, or replaced by fragments. */
function mutated(seed: number): string {
  const random = createRandom(seed);
  let text = randomProgram(seed).join('\n');
  for (let change = random.below(4); change >= 0; change -= 1) {
    const at = random.below(text.length + 1);
    const end = Math.min(text.length, at + random.below(12));
    const replacement = random.pick([
      () => random.pick(FRAGMENTS),
      () => '',
      () => text.slice(at, end) + text.slice(at, end),
      () => text.slice(end, end + 8),
    ])();
    text = text.slice(0, at) + replacement + text.slice(random.below(2) === 0 ? at : end);
  }
  return text;
}

test('mutated programs compile to valid scripts, or have a problem with a valid place and text', () => {
  let compiledCount = 0;
  let refusedCount = 0;
  for (let seed = 1; seed <= 3000; seed += 1) {
    const source = mutated(seed);
    const result = compileCell(source, { name: 'fuzz', run: seed });
    if (result.ok) {
      compiledCount += 1;
      expect(() => new Script(result.code), source).not.toThrow();
      continue;
    }
    refusedCount += 1;
    const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
    for (const language of languages) {
      const { what, advice, place } = problemText(source, result.problem, language);
      expect(place.column, source).toBeGreaterThanOrEqual(1);
      expect(place.column, source).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? -1) + 1);
      expect(`${what} ${advice}`, source).not.toMatch(/\{\w+\}|«»|“”/);
    }
  }
  expect(compiledCount).toBeGreaterThan(300);
  expect(refusedCount).toBeGreaterThan(300);
});
