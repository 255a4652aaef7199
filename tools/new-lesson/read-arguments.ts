import { parseArgs } from 'node:util';
import type { GivenLesson } from './ask-for-lesson.ts';
import { LessonRefusedError } from './lesson-rules.ts';

const example = 'npm run new:lesson -- 06-audio --es "Sonidos" --en "Sounds" [--part transfer]';

/** @throws {LessonRefusedError} where they are others than a folder and the options */
export function readArguments(args: readonly string[]): GivenLesson {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: { es: { type: 'string' }, en: { type: 'string' }, part: { type: 'string' } },
  });
  const strange = tokens.find((token) => token.kind === 'option' && !/^(es|en|part)$/.test(token.name));
  const fix = `Write: ${example}`;
  if (strange?.kind === 'option') {
    throw new LessonRefusedError('--es, --en and --part only', strange.rawName, fix);
  }
  if (positionals.length > 1) {
    const expected = 'one folder, and titles of several words in quotation marks';
    throw new LessonRefusedError(expected, positionals.join(' '), fix);
  }
  const textOf = (name: 'es' | 'en' | 'part') => {
    const value = values[name];
    if (value === true) throw new LessonRefusedError(`a text after --${name}`, 'none', fix);
    return typeof value === 'string' ? value : undefined;
  };
  return { folder: positionals[0], es: textOf('es'), en: textOf('en'), part: textOf('part') };
}
