import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { diagnoseProblem } from '../../../src/lessons-runtime/compile/problems/diagnose-problem.ts';
import { readGoldenFile, writeGoldenFile } from './golden-file.ts';

const FOLDER = new URL('../../golden/compile/', import.meta.url);

// `UPDATE_GOLDEN=1` writes the output of the compiler into the files, to be reviewed in the diff.
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';
if (isUpdate && process.env['CI']) throw new Error('Golden files must not be updated in CI.');

/** Returns the result of compiling a cell as readable text. */
function compiledText(input: string): string {
  const result = compileCell(input, { name: 'cell', run: 1 });
  if (!result.ok) {
    const { code, line, column, detail } = diagnoseProblem(input, result.problem);
    return `${code} ${line}:${column} ${JSON.stringify(detail)}`;
  }
  const declares = result.declares.map(({ name, kind }) => `${kind} ${name}`).join(', ');
  const facts = [
    declares && `declares ${declares}`,
    result.references.length > 0 && `uses ${result.references.join(', ')}`,
    result.imports.length > 0 && `imports ${result.imports.join(', ')}`,
    result.hasResult && 'has a result',
  ].filter(Boolean);
  return [result.code, ...facts].join('\n');
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

for (const file of files) {
  const url = new URL(file, FOLDER);
  const text = readFileSync(url, 'utf8');
  const cases = readGoldenFile(text);
  if (isUpdate) {
    writeFileSync(url, writeGoldenFile(cases.map((one) => ({ ...one, output: compiledText(one.input) }))));
  }

  describe(file, () => {
    test('is parsed completely', () => {
      expect(cases.length).toBe(text.match(/^=== /gm)?.length);
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
      if (!isUpdate) expect(writeGoldenFile(cases)).toBe(text);
    });

    test.each(cases)('$name', ({ input, output }) => {
      if (!isUpdate) expect(compiledText(input)).toBe(output);
    });
  });
}

test('golden files exist', () => {
  expect(files.length).toBeGreaterThan(5);
});
