import { describe, expect, it } from 'vitest';
import { kernelWords } from '../../../../src/lessons-runtime/kernel/kernel-words.ts';
import { createModules, ModuleError } from '../../../../src/lessons-runtime/kernel/modules/modules.ts';
import { languages } from '../../../../src/lessons-runtime/shared/language.ts';

const modules = createModules();
const course = { load: 1, show: undefined };
modules.register('deshielo', course);
modules.register('big', Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, n])));

describe('a module', () => {
  it('is the registered object itself', async () => {
    expect(await modules.load('deshielo', [], 'es')).toBe(course);
    expect(await modules.load('deshielo', ['load', 'show'], 'es')).toBe(course);
  });

  it.each([
    ['fs', [], /fs/, /deshielo/],
    ['./other', [], /other/, /deshielo/],
    ['toString', [], /toString/, /deshielo/],
    ['deshielo', ['lod'], /lod/, /load (?:y|and) show/],
    ['deshielo', ['toString'], /toString/, /load (?:y|and) show/],
    ['big', ['g'], /«g»|“g”/, /mayúsculas|Capitals/],
    ['deshielo', ['default'], /defecto|default/, /import \* as course from 'deshielo'/],
  ])('%s with %j is refused with advice in both languages', async (specifier, required, what, advice) => {
    const errors = await Promise.all(
      languages.map((language) =>
        modules.load(specifier, required, language).then(
          () => null,
          (error: unknown) => (error instanceof ModuleError ? error : null),
        ),
      ),
    );
    for (const error of errors) {
      expect(error?.message).toMatch(what);
      expect(error?.advice).toMatch(advice);
    }
    expect(errors[0]?.message).not.toBe(errors[1]?.message);
  });
});

it('has a text for each message in both languages', () => {
  expect(Object.keys(kernelWords.es)).toEqual(Object.keys(kernelWords.en));
  expect(kernelWords.es.outputOmitted).not.toBe(kernelWords.en.outputOmitted);
});
