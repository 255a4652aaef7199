import ts from 'typescript';
import { expect, test } from 'vitest';
import { randomProgram } from './random-program.ts';
import { createRandom } from './seeded-random.ts';
import { createTestKernel } from './test-kernel.ts';

type AsyncProgram = (log: (...values: unknown[]) => void) => Promise<void>;

const AsyncFunction = (async () => {}).constructor as new (parameter: string, body: string) => AsyncProgram;

/** Returns what a program logs when TypeScript compiles it as one module. */
async function logAsModule(program: readonly string[]): Promise<readonly unknown[]> {
  const { outputText } = ts.transpileModule(program.join('\n'), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const logged: unknown[] = [];
  await new AsyncFunction('log', `"use strict";${outputText}`)((...values) => void logged.push(...values));
  return logged;
}

/** Returns what a program logs when it is split into cells at random. */
async function logAsCells(program: readonly string[], seed: number): Promise<readonly unknown[]> {
  const random = createRandom(seed);
  const kernel = createTestKernel();
  let cell: string[] = [];
  for (const [index, statement] of program.entries()) {
    cell.push(statement);
    if (index < program.length - 1 && random.below(3) > 0) continue;
    await kernel.run(cell.join(random.below(2) === 0 ? '\n' : ' '));
    cell = [];
  }
  return kernel.logged;
}

test('a program that is split into cells at random logs the same as in one piece', {
  timeout: 60_000,
}, async () => {
  let logged = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const program = randomProgram(seed);
    const expected = await logAsModule(program);
    logged += expected.length;
    expect(await logAsCells(program, seed), program.join('\n')).toEqual(expected);
  }
  // Make sure that the programs log something.
  expect(logged).toBeGreaterThan(2000);
});
