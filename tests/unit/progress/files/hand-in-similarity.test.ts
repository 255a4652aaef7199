import { describe, expect, it } from 'vitest';
import { codeTokens } from '../../../../src/lessons-runtime/lesson/code-tokens.ts';
import type { VerifiedHandIn } from '../../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { findSimilarities } from '../../../../src/lessons-runtime/progress/files/hand-in-similarity.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import type { ItemRecord } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import { authoredExercises } from '../../../support/exercises.ts';
import { replaceCode } from '../../../support/replace-code.ts';

const solutions = new Map(
  authoredExercises.map(({ lesson, id, code }) => [
    `${lesson}/exercise/${id}`,
    new Set(codeTokens(code('solution'))),
  ]),
);

/** Alternatives that learners find on their own: a part of the solution and its replacement, by exercise. */
const alternatives: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'count-seats': [['rows * seats', 'seats * rows']],
  'empty-room': [['tf.zeros([rows, seats])', 'tf.zeros([rows, seats], "float32")']],
  'scale-pixels': [
    ['pixels.div(127.5).sub(1)', 'pixels.sub(127.5).div(127.5)'],
    ['pixels.div(127.5).sub(1)', 'tf.sub(tf.div(pixels, 127.5), 1)'],
  ],
  'top-classes': [
    ['b.probability - a.probability', 'b.probability > a.probability ? 1 : -1'],
    ['({ place }) => place', '(r) => r.place'],
  ],
  'training-days': [
    ['(1000 * 60 * 60 * 24)', '86400000'],
    ['(milliseconds * passes * photos * epochs)', '(passes * milliseconds * epochs * photos)'],
  ],
  'count-parameters': [
    ['(size * size * channels + 1) * filters', 'size * size * channels * filters + filters'],
  ],
  likeness: [
    [
      'dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b)))',
      'dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))',
    ],
  ],
  'train-the-head': [['epochs: 20', 'epochs: 50']],
  'keep-the-norms': [
    ["layer.getClassName() !== 'BatchNormalization'", "!(layer.getClassName() === 'BatchNormalization')"],
  ],
  'thaw-from-a-layer': [['name === from', 'from === name']],
  'confusion-matrix': [
    ['matrix[truth][answers[example]] += 1', 'matrix[truth][answers[example]]++'],
    [
      'matrix[truth][answers[example]] += 1',
      'matrix[truth][answers[example]] = matrix[truth][answers[example]] + 1',
    ],
  ],
  'recall-by-class': [
    [
      'return matrix.map((row, place) => row[place] / row.reduce((sum, count) => sum + count, 0));',
      'return matrix.map((row, i) => { let suma = 0; for (const x of row) suma += x; return row[i] / suma; });',
    ],
    ['row[place] / row.reduce((sum, count) => sum + count, 0)', 'row[place] / row.reduce((a, b) => a + b)'],
    [
      'row[place] / row.reduce((sum, count) => sum + count, 0)',
      'matrix[place][place] / tf.sum(row).arraySync()',
    ],
  ],
};

/** Ways to write the same code: unchanged, with a comment, with other spacing, with other quotes. */
const spellings: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `// mi solución\n${code}`,
  (code) => code.replace(/\n\s*/g, '\n\t').replaceAll(';', ''),
  (code) => `${code.replaceAll("'", '"').replaceAll('[ ', '[')}\n/* done\n */`,
];

function solve(exercise: (typeof authoredExercises)[number], alternative: number): string {
  const solution = exercise.code('solution');
  const [part, replacement] = alternatives[exercise.id]?.[alternative] ?? ['', ''];
  return replaceCode(solution, part, replacement);
}

function handIn(
  name: string,
  at: number,
  codeOf: (exercise: (typeof authoredExercises)[number]) => string,
): VerifiedHandIn {
  const exercises = authoredExercises.map(
    (exercise, index): ItemRecord => ({
      lesson: exercise.lesson,
      item: `exercise/${exercise.id}`,
      attempts: [
        {
          at: at + index * 60_000,
          answer: codeOf(exercise),
          verdict: 'correct',
          stage: 'checked',
          message: '',
        },
      ],
      hints: 0,
      isSolutionSeen: false,
    }),
  );
  // A class answers each question correctly within the same minute.
  const quizzes = Array.from(
    { length: 20 },
    (_, index): ItemRecord => ({
      lesson: '01-pretrained',
      item: `quiz/first/${index}`,
      attempts: [
        {
          at: at + 2_000_000 + index * 60_000,
          answer: '"a"',
          verdict: 'correct',
          stage: 'checked',
          message: '',
        },
      ],
      hints: 0,
      isSolutionSeen: false,
    }),
  );
  return {
    name,
    at,
    record: { ...emptyRecord, items: [...exercises, ...quizzes] },
    seal: 'fits',
    digest: name,
  };
}

/** A class in which everyone works alone. In each exercise two or three of thirty choose each alternative. */
const honest = (count: number) =>
  Array.from({ length: count }, (_, student) =>
    handIn(`student ${student}`, 1_800_000_000_000 + student * 137, (exercise) => {
      const alternative = (student * 7 + exercise.id.length * 3) % 12;
      return (
        spellings[(student + exercise.id.length) % spellings.length]?.(solve(exercise, alternative)) ?? ''
      );
    }),
  );

/** Correct solutions that nobody else would write, by exercise. */
const distinctive = new Map([
  [
    'scale-pixels',
    'function scalePixels(pixels) {\n  const mitades = pixels.mul(2);\n  const partido = mitades.div(255);\n  return partido.sub(1);\n}',
  ],
]);
const handInDistinctive = (name: string, at: number, change: (code: string) => string = (code) => code) =>
  handIn(name, at, (exercise) => change(distinctive.get(exercise.id) ?? exercise.code('solution')));

const flagged = (handIns: readonly VerifiedHandIn[]) => {
  const similarities = findSimilarities(handIns, solutions);
  return handIns.flatMap(({ name }, index) =>
    similarities[index]?.length === 0 ? [] : [[name, similarities[index]]],
  );
};

describe('findSimilarities in a class without copying', () => {
  it.each([2, 3, 5, 12, 30, 200])('reports nothing for %i students', (count) => {
    expect(flagged(honest(count))).toEqual([]);
  });

  it.each([
    2, 3,
  ])('reports nothing if all %i students choose the same alternative in every exercise', (count) => {
    const all = Array.from({ length: count }, (_, student) =>
      handIn(`student ${student}`, student, (exercise) => solve(exercise, 0)),
    );
    expect(flagged(all)).toEqual([]);
  });

  it('reports nothing if all students have the solution with their own spacing and quotes', () => {
    const all = Array.from({ length: 30 }, (_, student) =>
      handIn(
        `student ${student}`,
        student,
        (exercise) =>
          spellings[student % 4]?.(exercise.code('solution', student % 2 === 0 ? 'es' : 'en')) ?? '',
      ),
    );
    expect(flagged(all)).toEqual([]);
  });

  it('reports nothing if more than three students write the same distinctive code', () => {
    const alike = ['Ana', 'Eva', 'Leo', 'Mar'].map((name, index) => handInDistinctive(name, index * 11));
    expect(flagged([...honest(26), ...alike])).toEqual([]);
    expect(flagged([...honest(26), ...alike.slice(1)])).toHaveLength(3);
  });
});

describe('findSimilarities with two students who share distinctive code', () => {
  it.each([
    ['unchanged', (code: string) => code],
    ['with an added comment', (code: string) => `// mi solución\n${code}`],
    ['with other spacing and quotes', (code: string) => code.replace(/\s+/g, ' ').replaceAll("'", '"')],
  ])('reports these two of thirty and nobody else: %s', (_, change) => {
    const pair = [handInDistinctive('Ana', 5), handInDistinctive('Eva', 99, change)];
    expect(flagged([...honest(28), ...pair])).toEqual([
      ['Ana', [{ kind: 'code', name: 'Eva', count: 1 }]],
      ['Eva', [{ kind: 'code', name: 'Ana', count: 1 }]],
    ]);
    expect(flagged(pair)).toHaveLength(2);
  });

  it('reports nothing for an exercise without a known solution', () => {
    expect(findSimilarities([handInDistinctive('Ana', 5), handInDistinctive('Eva', 99)], new Map())).toEqual([
      [],
      [],
    ]);
  });
});
