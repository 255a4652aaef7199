import { z } from 'astro/zod';
import { curveShapes } from '../../lessons-runtime/build.ts';
import { inEachLanguage } from '../../lessons-runtime/shared/language.ts';
import { both, kebab, list, number, record, text } from '../diagnostics/schema-parts.ts';

const id = text('an id').regex(kebab, {
  error: 'lower-case words joined by hyphens, which never change: attempts are stored under them',
});
const ask = both('the question');
const why = both('the explanation');
const tolerance = number('the largest difference that is accepted').min(0, {
  error: 'a tolerance of at least 0',
});

const option = record('an option', {
  text: both('the option'),
  right: z.boolean({ error: 'true or false' }).default(false),
  why,
});

const accepted = record(
  'the accepted answers of each language',
  inEachLanguage(() => list('accepted answers', 1, text('an accepted answer'))),
);

const output = text('what the code shows, in quotation marks');

const condition = record('a condition', {
  metric: text('a metric that tfjs logs'),
  minus: text('another metric').optional(),
  shape: z.enum(curveShapes, { error: `one of ${curveShapes.join(', ')}` }).optional(),
  final: z
    .tuple([number('the smallest final value'), number('the largest final value')], { error: 'two numbers' })
    .optional(),
}).refine(({ shape, final }) => shape !== undefined || final !== undefined, {
  error: 'a shape, a final or both',
});

const drawing = z.record(z.string(), list('points', 4, number('a point')), {
  error: 'a list of points for each metric',
});

const kinds = {
  single: {
    options: list('options', 2, option),
    bet: z.literal(true, { error: 'true, or no such field' }).optional(),
  },
  multiple: { options: list('options', 2, option) },
  numeric: {
    answer: number('the answer'),
    tolerance: tolerance.default(0),
    unit: both('the unit').optional(),
    why,
    slips: list(
      'slips',
      1,
      record('a slip', { answer: number('the wrong answer'), tolerance: tolerance.default(0), why }),
    ),
    otherwise: both('what helps after any other answer'),
  },
  text: {
    accept: accepted,
    why,
    slips: list('slips', 1, record('a slip', { accept: accepted, why })),
    otherwise: both('what helps after any other answer'),
  },
  ordering: { steps: list('steps', 3, record('a step', { text: both('the step'), why })) },
  matching: {
    pairs: list(
      'pairs',
      3,
      record('a pair', { left: both('the left side'), right: both('the right side'), why }),
    ),
  },
  output: {
    code: text('the code'),
    shows: output,
    why,
    slips: list('slips', 1, record('a slip', { shows: output, why })),
    otherwise: both('what helps after any other answer'),
  },
  curve: {
    cell: text('the cell whose training decides'),
    options: list(
      'options',
      2,
      record('an option', {
        text: both('the option'),
        draw: drawing,
        when: list('conditions', 1, condition),
        why,
      }),
    ),
  },
} as const;

const question = z.discriminatedUnion(
  'kind',
  [
    record('a question', { id, kind: z.literal('single'), ask, ...kinds.single }),
    record('a question', { id, kind: z.literal('multiple'), ask, ...kinds.multiple }),
    record('a question', { id, kind: z.literal('numeric'), ask, ...kinds.numeric }),
    record('a question', { id, kind: z.literal('text'), ask, ...kinds.text }),
    record('a question', { id, kind: z.literal('ordering'), ask, ...kinds.ordering }),
    record('a question', { id, kind: z.literal('matching'), ask, ...kinds.matching }),
    record('a question', { id, kind: z.literal('output'), ask, ...kinds.output }),
    record('a question', { id, kind: z.literal('curve'), ask, ...kinds.curve }),
  ],
  {
    error: ({ code }) =>
      code === 'invalid_union' ? `one of ${Object.keys(kinds).join(', ')}` : 'a question: id, kind, ask …',
  },
);

export const quizSchema = record('a quiz', {
  title: both('the title'),
  questions: list('questions', 1, question),
});

export type Quiz = z.infer<typeof quizSchema>;
export type Question = Quiz['questions'][number];
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;
/** A text in both languages. */
export type LocalizedText = Question['ask'];
