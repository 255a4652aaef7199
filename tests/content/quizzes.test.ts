import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { scoreAnswer } from '../../src/lessons-runtime/quiz/score-answer.ts';
import { keyOf } from '../../src/quizzes/question-key.ts';
import type { Question } from '../../src/quizzes/quiz-schema.ts';
import { readQuiz } from '../../src/quizzes/read-quiz.ts';
import { createTestLesson, textOf, valuesOf } from '../support/kernel-over-channel.ts';

const lessons = 'src/content/lessons';
const folders = readdirSync(lessons).sort();

function quizFiles(folder: string): readonly string[] {
  try {
    return readdirSync(`${lessons}/${folder}/quizzes`).sort();
  } catch {
    return [];
  }
}

interface Written {
  readonly folder: string;
  readonly place: string;
  readonly question: Question;
}

const written: readonly Written[] = folders.flatMap((folder) =>
  quizFiles(folder).flatMap((name) => {
    const path = `${lessons}/${folder}/quizzes/${name}`;
    return readQuiz(readFileSync(path, 'utf8'), path).questions.map((question) => ({
      folder,
      place: `${folder}/${name} ${question.id}`,
      question,
    }));
  }),
);

function ofKind<Kind extends Question['kind']>(kind: Kind) {
  return written.flatMap(({ question, ...rest }) =>
    question.kind === kind
      ? [{ ...rest, question: question as Extract<Question, { readonly kind: Kind }> }]
      : [],
  );
}

/** Every text that stands in both languages, wherever it is. */
function pairsIn(value: unknown): readonly { readonly es: string; readonly en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('es' in value && 'en' in value && typeof value.es === 'string' && typeof value.en === 'string') {
    return [{ es: value.es, en: value.en }];
  }
  return Object.values(value).flatMap(pairsIn);
}

describe.each(folders)('the quizzes of %s', (folder) => {
  const page = (language: string) => readFileSync(`${lessons}/${folder}/${language}.mdx`, 'utf8');
  it('ask six questions at least, in two quizzes at least', () => {
    expect(written.filter((each) => each.folder === folder).length).toBeGreaterThanOrEqual(6);
    expect(quizFiles(folder).length).toBeGreaterThanOrEqual(2);
  });

  it('ask earlier ones again, from lesson 1 on', () => {
    for (const language of ['es', 'en']) {
      expect(page(language).match(/^<Review \/>$/gm)?.length ?? 0).toBe(folder.startsWith('00-') ? 0 : 1);
    }
  });
});

describe('every question', () => {
  it.each(written)('$place names the same code in both languages, in typographic quotes', ({ question }) => {
    for (const { es, en } of pairsIn(question)) {
      const code = (text: string) => text.match(/`[^`]+`/g) ?? [];
      expect(code(en), en).toEqual(code(es));
      for (const text of [es, en]) expect(text.replace(/`[^`]+`/g, '')).not.toMatch(/["']/);
      expect(es).not.toMatch(/[“”]/);
      expect(en).not.toMatch(/[«»]/);
    }
  });

  it.each(written)('$place explains each answer in one to three sentences', ({ question }) => {
    const isExplanation = (key: string) => key === 'why' || key === 'otherwise';
    const explanations = (value: unknown): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) =>
            isExplanation(key) ? pairsIn({ inner }).flatMap(({ es, en }) => [es, en]) : explanations(inner),
          );
    for (const text of explanations(question)) {
      expect(text).toMatch(/[.?]$/);
      expect(text.length, text).toBeLessThan(260);
    }
  });

  it('uses each kind somewhere in the course', () => {
    expect(new Set(written.map(({ question }) => question.kind)).size).toBe(8);
  });
});

it.each(ofKind('curve'))('$place bets on a cell of its lesson that trains', ({ folder, question }) => {
  const code = readFileSync(`${lessons}/${folder}/cells/${question.cell}.ts`, 'utf8');
  expect(code).toMatch(/\.fit(?:Dataset)?\(/);
});

describe('the code of which the output is asked', () => {
  const lesson = createTestLesson();
  afterAll(() => lesson.close());

  it.each(ofKind('output'))('$place shows what its author says', async ({ question }) => {
    const ran = await lesson.run(question.code);
    expect(ran.status).toBe('done');
    const shown = [textOf(ran), ...valuesOf(ran)].filter((text) => text !== '').join('\n');
    const key = keyOf(question);
    expect(key.kind === 'output' && scoreAnswer(key, shown), shown).toMatchObject({ verdict: 'correct' });
  });
});
