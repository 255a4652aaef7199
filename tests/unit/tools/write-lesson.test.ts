import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localizeCode } from '../../../src/course/code/localize-code.ts';
import { parseFeedback } from '../../../src/course/exercises/exercise-feedback.ts';
import { readFrontMatter } from '../../../src/course/lessons/front-matter.ts';
import { lessonDiagnostics } from '../../../src/course/lessons/lesson-diagnostics.ts';
import { readQuiz } from '../../../src/course/quizzes/read-quiz.ts';
import { compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';
import { inEachLanguage, languages } from '../../../src/lessons-runtime/shared/language.ts';
import { LessonRefusedError } from '../../../tools/new-lesson/lesson-rules.ts';
import { type NewLesson, writeLesson } from '../../../tools/new-lesson/write-lesson.ts';
import { gradeHere } from '../../support/graded-exercise.ts';

const audio: NewLesson = { folder: '06-audio', titles: { es: 'Sonidos: ¿qué oyes?', en: 'Sounds' } };
let lessons = '';

beforeEach(() => {
  lessons = mkdtempSync(join(tmpdir(), 'lessons-'));
  for (const language of languages) {
    mkdirSync(join(lessons, '01-pretrained'), { recursive: true });
    const file = `01-pretrained/${language}.mdx`;
    cpSync(`src/content/lessons/${file}`, join(lessons, file));
  }
});
afterEach(() => rmSync(lessons, { recursive: true }));

const read = (file: string) => readFileSync(join(lessons, '06-audio', file), 'utf8');

function refusal(change: Partial<NewLesson>): string {
  const before = readdirSync(lessons, { recursive: true });
  try {
    writeLesson(lessons, { ...audio, ...change });
  } catch (error) {
    if (!(error instanceof LessonRefusedError)) throw error;
    expect(readdirSync(lessons, { recursive: true })).toEqual(before);
    return error.message;
  }
  throw new Error('expected the lesson to be refused');
}

describe('writeLesson', () => {
  it('writes the titles, addresses and number, and the part of the previous lesson', () => {
    writeLesson(lessons, audio);
    expect(read('es.mdx')).toContain(
      '---\ntitle: "Sonidos: ¿qué oyes?"\ndescription: Escribe aquí una frase que diga de qué trata la lección.\nslug: sonidos-que-oyes\norder: 6\npart: pretrained\n',
    );
    expect(read('en.mdx')).toMatch(/^---\ntitle: "Sounds"\n.*\nslug: sounds\norder: 6\n/);
    for (const language of languages) expect(read(`${language}.mdx`)).not.toContain('{{');
  });

  it.each([
    'Una "cita": {a} <b> & \\n',
    '«¿Y $& {{slug}}?»',
    "L'eau # no",
    '- uno',
    '1, 2, 3',
  ])('writes the title %s unchanged', (title) => {
    writeLesson(lessons, { ...audio, titles: inEachLanguage(() => title) });
    for (const language of languages) {
      const file = `${language}.mdx`;
      expect(readFrontMatter(read(file), file).title).toBe(title);
    }
    expect(lessonDiagnostics(join(lessons, '06-audio'), 'src/content/glossary.yaml')).toEqual([]);
  });

  it('writes cells that compile, quizzes and feedback', () => {
    const files = writeLesson(lessons, { ...audio, part: 'transfer' });
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      for (const language of languages) localizeCode(read(file), language, file);
      expect(compileCell(read(file), { name: 'a', run: 0 }), file).toMatchObject({ ok: true });
    }
    const quizzes = files.filter((name) => name.startsWith('quizzes/'));
    expect(quizzes.flatMap((file) => readQuiz(read(file), file).questions)).toHaveLength(6);
    const { messages } = parseFeedback(read('exercises/scale-numbers/feedback.yaml'), 'feedback.yaml');
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(['not-scaled', 'from-minus-one']));
  });

  it.each([
    ['solution', { verdict: 'correct', message: 'correct' }],
    ['starter', { verdict: 'incorrect', stage: 'blanks' }],
    ['wrong/not-scaled', { verdict: 'incorrect', message: 'not-scaled' }],
    ['wrong/from-minus-one', { verdict: 'incorrect', message: 'from-minus-one' }],
  ])('writes an exercise that grades %s', async (name, grade) => {
    writeLesson(lessons, audio);
    const code = (file: string) =>
      localizeCode(read(`exercises/scale-numbers/${file}.ts`), 'en', `${file}.ts`);
    expect(await gradeHere({ code: code(name), check: code('check') })).toMatchObject(grade);
  });
});

describe('writeLesson refuses to write', () => {
  it.each<[mistake: string, change: Partial<NewLesson>, message: RegExp]>([
    ['an empty folder name', { folder: '' }, /^Expected a folder of two digits.*; found nothing\. Write/],
    [
      'a folder outside that of the lessons',
      { folder: '../06-audio' },
      /found “\.\.\/06-audio”\. Write its number/,
    ],
    ['a folder name with capitals', { folder: '06-Audio' }, /found “06-Audio”/],
    [
      'a number that is taken',
      { folder: '01-audio' },
      /a number that no lesson has; found 1, which 01-pretrained has\. Choose another number; these are taken: 1\./,
    ],
    [
      'an empty title',
      { titles: { es: 'Sonidos', en: ' ' } },
      /a title in English, with letters from a to z; found nothing\. Write it as --en/,
    ],
    [
      'an address that is taken',
      { titles: { es: 'Sonidos', en: 'Pretrained models' } },
      /an address \(en\) that no lesson has; found pretrained-models/,
    ],
    [
      'an unknown part',
      { part: 'audio' },
      /a part of the course: pretrained, transfer, finetuning; found “audio”/,
    ],
  ])('%s', (_, change, message) => {
    expect(refusal(change)).toMatch(message);
  });

  it('a folder that exists', () => {
    mkdirSync(join(lessons, '06-audio'));
    writeFileSync(join(lessons, '06-audio/es.mdx'), 'mine');
    expect(refusal({})).toMatch(/^Expected no lesson 06-audio; found one\. Choose another name/);
    expect(read('es.mdx')).toBe('mine');
  });
});

describe('writeLesson beside lessons with mistakes', () => {
  it('writes the lesson, and leaves reporting the mistakes to the build', () => {
    mkdirSync(join(lessons, '02-broken'));
    writeFileSync(join(lessons, '02-broken/es.mdx'), '---\ntitle: "open\n---\n');
    writeFileSync(join(lessons, 'notes.txt'), 'mine');
    expect(writeLesson(lessons, audio)).toContain('es.mdx');
  });
});
