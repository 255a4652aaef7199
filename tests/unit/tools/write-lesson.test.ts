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
import { languages } from '../../../src/lessons-runtime/shared/language.ts';
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
  throw new Error('the lesson was written');
}

describe('a new lesson', () => {
  it('has its titles, addresses, number and the part of the lesson before', () => {
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
  ])('has the title %s as it was given', (title) => {
    writeLesson(lessons, { ...audio, titles: { es: title, en: title } });
    for (const language of languages) {
      const file = `${language}.mdx`;
      expect(readFrontMatter(read(file), file).title).toBe(title);
    }
    expect(lessonDiagnostics(join(lessons, '06-audio'), 'src/content/glossary.yaml')).toEqual([]);
  });

  it('holds what the build reads: cells that compile, quizzes, feedback', () => {
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
  ])('has an exercise that judges %s', async (name, grade) => {
    writeLesson(lessons, audio);
    const code = (file: string) =>
      localizeCode(read(`exercises/scale-numbers/${file}.ts`), 'en', `${file}.ts`);
    expect(await gradeHere({ code: code(name), check: code('check') })).toMatchObject(grade);
  });
});

describe('is refused, with nothing written,', () => {
  it.each<[what: string, change: Partial<NewLesson>, says: RegExp]>([
    ['for want of a name', { folder: '' }, /^Expected a folder of two digits.*; found nothing\. Write/],
    ['for a name outside its folder', { folder: '../06-audio' }, /found “\.\.\/06-audio”\. Write its number/],
    ['for a name with capitals', { folder: '06-Audio' }, /found “06-Audio”/],
    [
      'for a number that is taken',
      { folder: '01-audio' },
      /a number that no lesson has; found 1, which is that of 01-pretrained\. Take another number; taken are 1\./,
    ],
    [
      'for want of a title',
      { titles: { es: 'Sonidos', en: ' ' } },
      /a title in English, with letters from a to z; found nothing\. Give it as --en/,
    ],
    [
      'for an address that is taken',
      { titles: { es: 'Sonidos', en: 'Pretrained models' } },
      /an address \(en\) that no lesson has; found pretrained-models/,
    ],
    [
      'for a part that is none',
      { part: 'audio' },
      /a part of the course: pretrained, transfer, finetuning; found “audio”/,
    ],
  ])('%s', (_, change, says) => {
    expect(refusal(change)).toMatch(says);
  });

  it('not where another lesson cannot be read: the build tells of that', () => {
    mkdirSync(join(lessons, '02-broken'));
    writeFileSync(join(lessons, '02-broken/es.mdx'), '---\ntitle: "open\n---\n');
    writeFileSync(join(lessons, 'notes.txt'), 'mine');
    expect(writeLesson(lessons, audio)).toContain('es.mdx');
  });

  it('where its folder is there already', () => {
    mkdirSync(join(lessons, '06-audio'));
    writeFileSync(join(lessons, '06-audio/es.mdx'), 'mine');
    expect(refusal({})).toMatch(/^Expected no lesson 06-audio; found one\. Take another name/);
    expect(read('es.mdx')).toBe('mine');
  });
});
