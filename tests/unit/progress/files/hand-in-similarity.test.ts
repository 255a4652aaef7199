import { describe, expect, it } from 'vitest';
import { codeTokens } from '../../../../src/lessons-runtime/lesson/code-tokens.ts';
import type { VerifiedHandIn } from '../../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { findSimilarities } from '../../../../src/lessons-runtime/progress/files/hand-in-similarity.ts';
import { emptyWholeRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import type { ItemRecord } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import { authoredExercises } from '../../../support/exercises.ts';

const solutions = new Map(
  authoredExercises.map(({ lesson, id, code }) => [
    `${lesson}/exercise/${id}`,
    new Set(codeTokens(code('solution'))),
  ]),
);

/** Other ways in which a learner of their own solves an exercise: a piece of the solution, and what stands there instead. */
const otherWays: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
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

/** How people leave the same code: as it is, with a comment, spaced otherwise, with other quotes. */
const spellings: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `// mi solución\n${code}`,
  (code) => code.replace(/\n\s*/g, '\n\t').replaceAll(';', ''),
  (code) => `${code.replaceAll("'", '"').replaceAll('[ ', '[')}\n/* done\n */`,
];

function written(exercise: (typeof authoredExercises)[number], way: number): string {
  const solution = exercise.code('solution');
  const [was, is] = otherWays[exercise.id]?.[way] ?? ['', ''];
  expect(solution).toContain(was);
  return solution.replace(was, is);
}

function handIn(
  name: string,
  at: number,
  codeOf: (exercise: (typeof authoredExercises)[number]) => string,
): VerifiedHandIn {
  const exercises = authoredExercises.map(
    (exercise, place): ItemRecord => ({
      lesson: exercise.lesson,
      item: `exercise/${exercise.id}`,
      attempts: [
        {
          at: at + place * 60_000,
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
  // A class answers the same question within the same minute, and rightly.
  const quizzes = Array.from(
    { length: 20 },
    (_, place): ItemRecord => ({
      lesson: '01-pretrained',
      item: `quiz/first/${place}`,
      attempts: [
        {
          at: at + 2_000_000 + place * 60_000,
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
    record: { ...emptyWholeRecord, items: [...exercises, ...quizzes] },
    seal: 'fits',
    digest: name,
  };
}

/** Everyone by themselves; at each exercise two or three of thirty go each of the other ways. */
const honest = (count: number) =>
  Array.from({ length: count }, (_, student) =>
    handIn(`student ${student}`, 1_800_000_000_000 + student * 137, (exercise) => {
      const own = (student * 7 + exercise.id.length * 3) % 12;
      return spellings[(student + exercise.id.length) % spellings.length]?.(written(exercise, own)) ?? '';
    }),
  );

/** Of their own making, and right all the same. */
const peculiar = new Map([
  [
    'scale-pixels',
    'function scalePixels(pixels) {\n  const mitades = pixels.mul(2);\n  const partido = mitades.div(255);\n  return partido.sub(1);\n}',
  ],
]);
const withPeculiar = (name: string, at: number, change: (code: string) => string = (code) => code) =>
  handIn(name, at, (exercise) => change(peculiar.get(exercise.id) ?? exercise.code('solution')));

const flagged = (handIns: readonly VerifiedHandIn[]) => {
  const likenesses = findSimilarities(handIns, solutions);
  return handIns.flatMap(({ name }, place) =>
    likenesses[place]?.length === 0 ? [] : [[name, likenesses[place]]],
  );
};

describe('an honest class', () => {
  it.each([2, 3, 5, 12, 30, 200])('of %i is not called alike', (count) => {
    expect(flagged(honest(count))).toEqual([]);
  });

  it.each([2, 3])('is not where all %i go the same other way at every exercise', (count) => {
    const all = Array.from({ length: count }, (_, student) =>
      handIn(`student ${student}`, student, (exercise) => written(exercise, 0)),
    );
    expect(flagged(all)).toEqual([]);
  });

  it('is not where all have the solution, each spelled in their own way', () => {
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

  it('is not where more than three write the same, however peculiar', () => {
    const alike = ['Ana', 'Eva', 'Leo', 'Mar'].map((name, place) => withPeculiar(name, place * 11));
    expect(flagged([...honest(26), ...alike])).toEqual([]);
    expect(flagged([...honest(26), ...alike.slice(1)])).toHaveLength(3);
  });
});

describe('two who copied a piece of code of their own', () => {
  it.each([
    ['as it is', (code: string) => code],
    ['with a comment more', (code: string) => `// mi solución\n${code}`],
    ['spaced and quoted otherwise', (code: string) => code.replace(/\s+/g, ' ').replaceAll("'", '"')],
  ])('are called alike among thirty, and nobody else is (%s)', (_, change) => {
    const pair = [withPeculiar('Ana', 5), withPeculiar('Eva', 99, change)];
    expect(flagged([...honest(28), ...pair])).toEqual([
      ['Ana', [{ kind: 'code', name: 'Eva', count: 1 }]],
      ['Eva', [{ kind: 'code', name: 'Ana', count: 1 }]],
    ]);
    expect(flagged(pair)).toHaveLength(2);
  });

  it('are not where the exercise is none of the course', () => {
    expect(findSimilarities([withPeculiar('Ana', 5), withPeculiar('Eva', 99)], new Map())).toEqual([[], []]);
  });
});

describe('the tokens of code', () => {
  it.each([
    ['a = b; // c', 'a=b'],
    ['f(1_000, "x",)', "f( 1000, 'x' )"],
    ['/* c */ x . y', 'x.y'],
    ["'it\\'s' + a", '"it\\\'s" + a'],
  ])('of %s are those of %s', (one, other) => {
    expect(codeTokens(one)).toEqual(codeTokens(other));
  });

  it.each([
    ['a + b', 'b + a'],
    ['"a b"', '"ab"'],
    ['ab', 'a b'],
    ['x.map', 'x map'],
    ['"// a"', '"'],
  ])('of %s are not those of %s', (one, other) => {
    expect(codeTokens(one)).not.toEqual(codeTokens(other));
  });
});
