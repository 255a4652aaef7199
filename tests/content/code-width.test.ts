import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { localizeCode } from '../../src/course/code/localize-code.ts';
import { languages } from '../../src/lessons-runtime/shared/language.ts';

/** The columns that fit beside the contents on a page of 1280 px. `biome.json` has the same number. */
const widest = 88;

const shown = [
  'src/content/lessons/*/cells/*.{ts,py}',
  'src/content/lessons/*/exercises/*/{starter,solution}.ts',
  'tools/new-lesson/template/**/cells/*.ts',
  'tools/new-lesson/template/**/exercises/*/{starter,solution}.ts',
];

it.each(languages)('shows no line of code of more than 88 columns (%s)', (language) => {
  const files = globSync(shown);
  expect(files.length).toBeGreaterThan(90);
  const wide = files.flatMap((file) =>
    localizeCode(readFileSync(file, 'utf8'), language, file)
      .split('\n')
      .flatMap((line, place) => (line.length > widest ? [`${file}:${place + 1} (${line.length})`] : [])),
  );
  expect(wide).toEqual([]);
});
