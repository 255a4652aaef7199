import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { disordered, shuffled } from '../../src/components/lesson/shuffled.ts';
import { keyOf } from '../../src/course/quizzes/authored-key.ts';
import type { Question } from '../../src/course/quizzes/quiz-schema.ts';
import { readQuiz } from '../../src/course/quizzes/read-quiz.ts';
import { scoreAnswer } from '../../src/lessons-runtime/quiz/score-answer.ts';
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

describe('what only looks at a question tells', () => {
  const singles = ofKind('single').map(({ question }) => question);

  it.each([
    'es',
    'en',
  ] as const)('no more than chance: the longest option is right in half of them at most (%s)', (language) => {
    const areLongest = singles.filter(({ options }) => {
      const right = options.find((option) => option.right)?.text[language].length ?? 0;
      return options.every((option) => option.right || option.text[language].length <= right);
    });
    expect(areLongest.map(({ id }) => id).length, areLongest.map(({ id }) => id).join()).toBeLessThanOrEqual(
      singles.length / 2,
    );
  });

  it('no more than chance: no place has the right option in more than 60 % of them', () => {
    const places = singles.map(({ id, options }) =>
      shuffled(options.length, id).indexOf(options.findIndex(({ right }) => right)),
    );
    for (const place of new Set(places)) {
      expect(places.filter((each) => each === place).length / singles.length).toBeLessThanOrEqual(0.6);
    }
  });

  it.each([
    ...ofKind('ordering').map(({ place, question }) => ({
      place,
      id: question.id,
      count: question.steps.length,
    })),
    ...ofKind('matching').map(({ place, question }) => ({
      place,
      id: question.id,
      count: question.pairs.length,
    })),
  ])('$place begins far from its answer', ({ id, count }) => {
    const order = disordered(count, id);
    expect(order[0]).not.toBe(0);
    expect(order.filter((number, at) => number === at).length).toBeLessThanOrEqual(count / 3);
  });
});

/** What learners may type, of which all is right, or all is wrong. */
const typed: Readonly<
  Record<string, { readonly right: readonly string[]; readonly wrong: readonly string[] }>
> = {
  'leave-the-editor': {
    right: ['Esc', 'la tecla Esc', 'tecla escape', 'Esc (Escape)', 'the Esc key', 'press Escape', 'ESCAPE.'],
    wrong: ['Tab', 'Intro', 'Ctrl', 'la tecla', 'Alt', 'Escape Tab'],
  },
  'sums-to-one': {
    right: [
      'softmax',
      'soft-max',
      'softmax()',
      'tf.softmax',
      'la softmax',
      'Soft Max',
      'the softmax function',
    ],
    wrong: ['max', 'argmax', 'relu', 'sigmoid', 'soft', 'logsoftmax', 'sum'],
  },
  'name-of-the-point': {
    right: [
      ...['embedding', 'feature vector', 'feature-vector', 'vector', 'an embedding vector', 'the embedding'],
      ...['vector de características', 'el embedding', 'Un vector de caracteristicas'],
    ],
    wrong: ['feature', 'características', 'filter', 'tensor', 'punto', 'un mapa'],
  },
  'property-name': {
    right: [
      ...['trainable', 'trainable=false', 'layer.trainable = false', 'layer.trainable=false', '.trainable'],
      ...['trainable: false', 'la propiedad trainable', 'the trainable property', '`trainable`'],
    ],
    wrong: ['trainable = true', 'frozen', 'includeTop', 'layer', 'false', 'train', 'untrainable'],
  },
  'name-of-forgetting': {
    right: [
      ...[
        'olvido catastrófico',
        'olvido-catastrofico',
        'interferencia catastrófica',
        'el olvido catastrófico',
      ],
      ...['catastrophic-forgetting', 'Catastrophic forgetting', 'catastrophic interference'],
    ],
    wrong: ['sobreajuste', 'overfitting', 'fine-tuning', 'finetuning', 'catástrofe', 'catastrophic'],
  },
  'what-says-the-limits': {
    right: [
      ...['ficha de modelo', 'la ficha del modelo', 'tarjeta de modelo', 'una ficha'],
      ...['modelcard', 'model cards', 'model-card', 'the model card', 'a card'],
    ],
    wrong: ['matriz de confusión', 'licencia', 'the licence', 'model', 'modelo', 'documento'],
  },
};

describe('a text', () => {
  const verdictOf = (question: Question, answer: string) => {
    const key = keyOf(question);
    return key.kind === 'text' ? scoreAnswer(key, answer)?.verdict : undefined;
  };

  it.each(Object.entries(typed))('%s takes what is right in other words, and nothing else', (id, {
    right,
    wrong,
  }) => {
    const question = ofKind('text').find((asked) => asked.question.id === id)?.question;
    if (question === undefined) throw new Error(`no question ${id}`);
    for (const text of right) expect(verdictOf(question, text), text).toBe('correct');
    for (const text of wrong) expect(verdictOf(question, text), text).toBe('incorrect');
  });
});

/** How people write a number, in both languages. */
function waysToWrite(value: number): readonly string[] {
  const fixed = { maximumFractionDigits: 10 };
  const grouped = ['es', 'en'].map((language) =>
    new Intl.NumberFormat(language, { ...fixed, useGrouping: 'always' }).format(value),
  );
  const plain = new Intl.NumberFormat('en', { ...fixed, useGrouping: false }).format(value);
  return [...new Set([...grouped, plain, plain.replace('.', ','), `${plain} `, `${plain} cosas`])];
}

describe('a number', () => {
  const verdictOf = (question: Question, answer: string) => {
    const key = keyOf(question);
    return key.kind === 'numeric' ? scoreAnswer(key, answer)?.verdict : undefined;
  };

  it.each(ofKind('numeric'))('$place is right however it is written', ({ question }) => {
    for (const text of waysToWrite(question.answer)) expect(verdictOf(question, text), text).toBe('correct');
  });

  it.each(ofKind('numeric'))('$place is wrong with the decimal sign in another place', ({ question }) => {
    for (const factor of [0.0001, 0.001, 0.01, 0.1, 10, 100, 1000, 10_000]) {
      for (const text of waysToWrite(question.answer * factor)) {
        // One point or comma before three digits is the one thing that may be either.
        if (/^[1-9]\d{0,2}[.,]\d{3}\D*$/.test(text)) continue;
        expect(verdictOf(question, text), text).toBe('incorrect');
      }
    }
  });

  it.each(ofKind('numeric'))('$place is the same in per cent where that makes sense', ({ question }) => {
    const { answer, unit } = question;
    const inPerCent = Math.abs(answer) <= 1 && unit === undefined ? answer * 100 : answer;
    for (const text of waysToWrite(inPerCent)) {
      if (!/[a-z]/.test(text)) expect(verdictOf(question, `${text.trim()} %`), text).toBe('correct');
    }
    expect(verdictOf(question, `${inPerCent * 100} %`)).toBe('incorrect');
    expect(verdictOf(question, `${waysToWrite(inPerCent / 100)[0]} %`)).toBe('incorrect');
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
