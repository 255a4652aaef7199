import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { disordered, shuffled } from '../../src/components/lesson/shuffled.ts';
import { keyOf } from '../../src/course/quizzes/authored-key.ts';
import type { LocalizedText, Question } from '../../src/course/quizzes/quiz-schema.ts';
import { readQuiz } from '../../src/course/quizzes/read-quiz.ts';
import { scoreAnswer } from '../../src/lessons-runtime/quiz/score-answer.ts';
import { isLanguage, languages } from '../../src/lessons-runtime/shared/language.ts';
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

interface AuthoredQuestion {
  readonly folder: string;
  readonly place: string;
  readonly question: Question;
}

const authored: readonly AuthoredQuestion[] = folders.flatMap((folder) =>
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
  return authored.flatMap(({ question, ...rest }) =>
    question.kind === kind
      ? [{ ...rest, question: question as Extract<Question, { readonly kind: Kind }> }]
      : [],
  );
}

/** Returns all texts in a value, at any depth, that exist in every language. */
function localizedTextsIn(value: unknown): readonly LocalizedText[] {
  if (typeof value !== 'object' || value === null) return [];
  return isLocalizedText(value) ? [value] : Object.values(value).flatMap(localizedTextsIn);
}

function isLocalizedText(value: object): value is LocalizedText {
  const texts = Object.entries(value);
  return (
    texts.length === languages.length &&
    texts.every(([language, text]) => isLanguage(language) && typeof text === 'string')
  );
}

describe.each(folders)('the quizzes of %s', (folder) => {
  const page = (language: string) => readFileSync(`${lessons}/${folder}/${language}.mdx`, 'utf8');
  it('have at least six questions in at least two quizzes', () => {
    expect(authored.filter((each) => each.folder === folder).length).toBeGreaterThanOrEqual(6);
    expect(quizFiles(folder).length).toBeGreaterThanOrEqual(2);
  });

  it('begin with a review from lesson 1 on', () => {
    for (const language of languages) {
      expect(page(language).match(/^<Review \/>$/gm)?.length ?? 0).toBe(folder.startsWith('00-') ? 0 : 1);
    }
  });
});

describe('every question', () => {
  it.each(authored)('$place has the same code in both languages, and typographic quotes', ({ question }) => {
    for (const { es, en } of localizedTextsIn(question)) {
      const code = (text: string) => text.match(/`[^`]+`/g) ?? [];
      expect(code(en), en).toEqual(code(es));
      for (const text of [es, en]) expect(text.replace(/`[^`]+`/g, '')).not.toMatch(/["']/);
      expect(es).not.toMatch(/[“”]/);
      expect(en).not.toMatch(/[«»]/);
    }
  });

  it.each(authored)('$place explains each answer in fewer than 260 characters', ({ question }) => {
    const isExplanation = (key: string) => key === 'why' || key === 'otherwise';
    const explanations = (value: unknown): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) =>
            isExplanation(key)
              ? localizedTextsIn({ inner }).flatMap(Object.values<string>)
              : explanations(inner),
          );
    for (const text of explanations(question)) {
      expect(text).toMatch(/[.?]$/);
      expect(text.length, text).toBeLessThan(260);
    }
  });

  it('is of one of eight kinds, each of which the course uses', () => {
    expect(new Set(authored.map(({ question }) => question.kind)).size).toBe(8);
  });
});

describe('the form of a question', () => {
  const singles = ofKind('single').map(({ question }) => question);

  it.each(
    languages,
  )('does not reveal the answer: the longest option is right in at most half of the questions (%s)', (language) => {
    const areLongest = singles.filter(({ options }) => {
      const right = options.find((option) => option.right)?.text[language].length ?? 0;
      return options.every((option) => option.right || option.text[language].length <= right);
    });
    expect(areLongest.map(({ id }) => id).length, areLongest.map(({ id }) => id).join()).toBeLessThanOrEqual(
      singles.length / 2,
    );
  });

  it('does not reveal the answer: no position has the right option in more than 60 % of the questions', () => {
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
  ])('$place starts far from the right order', ({ id, count }) => {
    const order = disordered(count, id);
    expect(order[0]).not.toBe(0);
    expect(order.filter((number, at) => number === at).length).toBeLessThanOrEqual(count / 3);
  });
});

/** Answers that learners may type to text questions, by the id of the question. */
const typedAnswers: Readonly<
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

describe('a text question', () => {
  const verdictOf = (question: Question, answer: string) => {
    const key = keyOf(question);
    return key.kind === 'text' ? scoreAnswer(key, answer)?.verdict : undefined;
  };

  it.each(Object.entries(typedAnswers))('%s accepts variants of the right answer, and nothing else', (id, {
    right,
    wrong,
  }) => {
    const question = ofKind('text').find((asked) => asked.question.id === id)?.question;
    if (question === undefined) throw new Error(`no question ${id}`);
    for (const text of right) expect(verdictOf(question, text), text).toBe('correct');
    for (const text of wrong) expect(verdictOf(question, text), text).toBe('incorrect');
  });
});

/** Returns the ways in which people write a number, in all languages. */
function spellingsOf(value: number): readonly string[] {
  const fixed = { maximumFractionDigits: 10 };
  const grouped = languages.map((language) =>
    new Intl.NumberFormat(language, { ...fixed, useGrouping: 'always' }).format(value),
  );
  const plain = new Intl.NumberFormat('en', { ...fixed, useGrouping: false }).format(value);
  return [...new Set([...grouped, plain, plain.replace('.', ','), `${plain} `, `${plain} cosas`])];
}

describe('a numeric question', () => {
  const verdictOf = (question: Question, answer: string) => {
    const key = keyOf(question);
    return key.kind === 'numeric' ? scoreAnswer(key, answer)?.verdict : undefined;
  };

  it.each(ofKind('numeric'))('$place accepts every spelling of the answer', ({ question }) => {
    for (const text of spellingsOf(question.answer)) expect(verdictOf(question, text), text).toBe('correct');
  });

  it.each(ofKind('numeric'))('$place rejects the answer times a power of ten', ({ question }) => {
    for (const factor of [0.0001, 0.001, 0.01, 0.1, 10, 100, 1000, 10_000]) {
      for (const text of spellingsOf(question.answer * factor)) {
        // A single point or comma before three digits is ambiguous.
        if (/^[1-9]\d{0,2}[.,]\d{3}\D*$/.test(text)) continue;
        expect(verdictOf(question, text), text).toBe('incorrect');
      }
    }
  });

  it.each(ofKind('numeric'))('$place accepts the answer as a percentage if it is a share', ({ question }) => {
    const { answer, unit } = question;
    const inPerCent = Math.abs(answer) <= 1 && unit === undefined ? answer * 100 : answer;
    for (const text of spellingsOf(inPerCent)) {
      if (!/[a-z]/.test(text)) expect(verdictOf(question, `${text.trim()} %`), text).toBe('correct');
    }
    expect(verdictOf(question, `${inPerCent * 100} %`)).toBe('incorrect');
    expect(verdictOf(question, `${spellingsOf(inPerCent / 100)[0]} %`)).toBe('incorrect');
  });
});

it.each(ofKind('curve'))('$place is about a cell that trains', ({ folder, question }) => {
  const code = readFileSync(`${lessons}/${folder}/cells/${question.cell}.ts`, 'utf8');
  expect(code).toMatch(/\.fit(?:Dataset)?\(/);
});

describe('the code of an output question', () => {
  const lesson = createTestLesson();
  afterAll(() => lesson.close());

  it.each(ofKind('output'))('$place shows the answer', async ({ question }) => {
    const ran = await lesson.run(question.code);
    expect(ran.status).toBe('done');
    const shown = [textOf(ran), ...valuesOf(ran)].filter((text) => text !== '').join('\n');
    const key = keyOf(question);
    expect(key.kind === 'output' && scoreAnswer(key, shown), shown).toMatchObject({ verdict: 'correct' });
  });
});
