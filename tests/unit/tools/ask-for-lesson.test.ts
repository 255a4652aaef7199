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

/** Answers each question as it comes; `null` leaves. @returns what came of it, and all that was shown */
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
  return { lesson, shown, unasked: rest };
}

describe('on a terminal', () => {
  it('what is missing is asked for, in turn', async () => {
    expect(await converse({}, ['06-audio', ' Sonidos: ¿qué? ', 'Sounds'])).toEqual({
      lesson: { folder: '06-audio', titles: { es: 'Sonidos: ¿qué?', en: 'Sounds' }, part: undefined },
      shown: 'Folder, as 06-audio: Title in Spanish: Title in English: ',
      unasked: [],
    });
  });

  it('what was given is not asked for', async () => {
    const { lesson, shown } = await converse({ folder: '06-audio', es: 'Sonidos', part: 'transfer' }, [
      'Sounds',
    ]);
    expect(shown).toBe('Title in English: ');
    expect(lesson).toEqual({ folder: '06-audio', titles: { es: 'Sonidos', en: 'Sounds' }, part: 'transfer' });
  });

  it('an answer that will not do is told at once, and asked for again', async () => {
    const { lesson, shown, unasked } = await converse({}, [
      '06-Audio',
      '03-audio',
      '03-transfer',
      '06-audio',
      '¿…?',
      'Sonidos',
      '',
      'Sounds',
    ]);
    expect(unasked).toEqual([]);
    expect(lesson).toMatchObject({ folder: '06-audio', titles: { es: 'Sonidos', en: 'Sounds' } });
    expect(shown).toMatch(/found “06-Audio”\. Write its number in the course and its name\.\nFolder/);
    expect(shown).toMatch(/a number that no lesson has; found 3, which is that of 03-transfer/);
    expect(shown).toMatch(/Expected no lesson 03-transfer; found one\./);
    expect(shown).toMatch(/a title in Spanish, with letters from a to z; found “¿…\?”/);
    expect(shown).toMatch(/a title in English, with letters from a to z; found nothing/);
  });

  it('whoever leaves before the end gets no lesson', async () => {
    expect((await converse({}, ['06-audio', null])).lesson).toBeNull();
  });
});

describe('on the command line', () => {
  it('is a folder, with titles and a part', () => {
    expect(readArguments(['06-audio', '--es', 'Uno: "dos"', '--en=One', '--part', 'transfer'])).toEqual({
      folder: '06-audio',
      es: 'Uno: "dos"',
      en: 'One',
      part: 'transfer',
    });
    expect(readArguments([])).toEqual({});
  });

  it.each([
    [
      'an option that there is not',
      ['06-audio', '--title', 'x'],
      /--es, --en and --part only; found --title\. Write: npm run/,
    ],
    [
      'a title without quotation marks',
      ['06-audio', '--es', 'Mis', 'sonidos'],
      /one folder, .*; found 06-audio sonidos\. Write: npm run/,
    ],
    ['an option without its text', ['06-audio', '--es'], /a text after --es; found none\. Write: npm run/],
  ])('with %s is refused', (_, args, says) => {
    expect(() => readArguments(args)).toThrow(says);
  });
});
