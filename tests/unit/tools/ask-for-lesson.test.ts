import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForLesson, type GivenLesson } from '../../../tools/new-lesson/ask-for-lesson.ts';
import { readArguments } from '../../../tools/new-lesson/read-arguments.ts';

let lessons = '';
beforeAll(() => {
  lessons = mkdtempSync(join(tmpdir(), 'lessons-'));
  cpSync('src/content/lessons/03-transfer', join(lessons, '03-transfer'), { recursive: true });
});
afterAll(() => rmSync(lessons, { recursive: true }));

/**
 * Answers the questions one after another; `null` ends the input.
 * @returns the lesson, all output, and the answers that no question asked for
 */
async function converse(given: GivenLesson, answers: readonly (string | null)[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const rest = [...answers];
  let shown = '';
  output.on('data', (bytes: Buffer) => {
    shown += bytes;
    if (!shown.endsWith(': ')) return;
    const answer = rest.shift();
    if (typeof answer === 'string') input.write(`${answer}\n`);
    else input.end();
  });
  const lesson = await askForLesson(lessons, given, { input, output });
  return { lesson, shown, unused: rest };
}

describe('askForLesson', () => {
  it('asks for the folder and each title', async () => {
    expect(await converse({ titles: {} }, ['06-audio', ' Sonidos: ¿qué? ', 'Sounds'])).toEqual({
      lesson: { folder: '06-audio', titles: { es: 'Sonidos: ¿qué?', en: 'Sounds' }, part: undefined },
      shown: 'Folder, for example 06-audio: Title in Spanish: Title in English: ',
      unused: [],
    });
  });

  it('does not ask for what is given', async () => {
    const given = { folder: '06-audio', titles: { es: 'Sonidos' }, part: 'transfer' };
    const { lesson, shown } = await converse(given, ['Sounds']);
    expect(shown).toBe('Title in English: ');
    expect(lesson).toEqual({ folder: '06-audio', titles: { es: 'Sonidos', en: 'Sounds' }, part: 'transfer' });
  });

  it('reports an invalid answer and repeats the question', async () => {
    const { lesson, shown, unused } = await converse({ titles: {} }, [
      '06-Audio',
      '03-audio',
      '03-transfer',
      '06-audio',
      '¿…?',
      'Sonidos',
      '',
      'Sounds',
    ]);
    expect(unused).toEqual([]);
    expect(lesson).toMatchObject({ folder: '06-audio', titles: { es: 'Sonidos', en: 'Sounds' } });
    expect(shown).toMatch(/found “06-Audio”\. Write its number in the course and its name\.\nFolder/);
    expect(shown).toMatch(/a number that no lesson has; found 3, which 03-transfer has/);
    expect(shown).toMatch(/Expected no lesson 03-transfer; found one\./);
    expect(shown).toMatch(/a title in Spanish, with letters from a to z; found “¿…\?”/);
    expect(shown).toMatch(/a title in English, with letters from a to z; found nothing/);
  });

  it('returns null if the input ends before the last answer', async () => {
    expect((await converse({ titles: {} }, ['06-audio', null])).lesson).toBeNull();
  });
});

describe('readArguments', () => {
  it('parses a folder, titles and a part', () => {
    expect(readArguments(['06-audio', '--es', 'Uno: "dos"', '--en=One', '--part', 'transfer'])).toEqual({
      folder: '06-audio',
      titles: { es: 'Uno: "dos"', en: 'One' },
      part: 'transfer',
    });
    expect(readArguments([])).toEqual({ titles: {} });
  });

  it.each([
    [
      'an unknown option',
      ['06-audio', '--title', 'x'],
      /only the options --es, --en, --part; found --title\. Write: npm run/,
    ],
    [
      'a title without quotation marks',
      ['06-audio', '--es', 'Mis', 'sonidos'],
      /one folder, .*; found 06-audio sonidos\. Write: npm run/,
    ],
    ['an option without its text', ['06-audio', '--es'], /a text after --es; found none\. Write: npm run/],
  ])('rejects %s', (_, args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
