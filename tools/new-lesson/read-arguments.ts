import { parseArgs } from 'node:util';
import { type Language, languages } from '../../src/lessons-runtime/shared/language.ts';
import type { GivenLesson } from './ask-for-lesson.ts';
import { LessonRefusedError } from './lesson-rules.ts';

const exampleTitles: Readonly<Record<Language, string>> = { es: 'Sonidos', en: 'Sounds' };
const titleOptions = languages.map((language) => `--${language} "${exampleTitles[language]}"`);
const example = `npm run new:lesson -- 06-audio ${titleOptions.join(' ')} [--part transfer]`;
const optionNames = [...languages, 'part'] as const;

/** Parses the command line. @throws {LessonRefusedError} unless it has at most a folder, the titles and the part */
export function readArguments(args: readonly string[]): GivenLesson {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }])),
  });
  const fix = `Write: ${example}`;
  for (const token of tokens) {
    if (token.kind !== 'option' || optionNames.some((name) => name === token.name)) continue;
    const expected = `only the options ${optionNames.map((name) => `--${name}`).join(', ')}`;
    throw new LessonRefusedError(expected, token.rawName, fix);
  }
  if (positionals.length > 1) {
    const expected = 'one folder, and titles of several words in quotation marks';
    throw new LessonRefusedError(expected, positionals.join(' '), fix);
  }
  const textOf = (name: (typeof optionNames)[number]) => {
    const value = values[name];
    if (value === true) throw new LessonRefusedError(`a text after --${name}`, 'none', fix);
    return typeof value === 'string' ? value : undefined;
  };
  const titles: Partial<Record<Language, string>> = {};
  for (const language of languages) {
    const title = textOf(language);
    if (title !== undefined) titles[language] = title;
  }
  return { folder: positionals[0], titles, part: textOf('part') };
}
