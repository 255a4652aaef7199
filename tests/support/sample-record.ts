import { emptyRecord } from '../../src/lessons-runtime/progress/record/record-tables.ts';
import type { RecordTables } from '../../src/lessons-runtime/progress/record/record-types.ts';
import { createRun } from './logged-runs.ts';

const lesson = '03-transfer';

/** A record with an entry in every table, and values that are hard to serialize: NaN, quotes, accents, emoji. */
export const sampleRecord: RecordTables = {
  ...emptyRecord,
  edits: [{ lesson, cell: 'freeze', source: 'const ñ = "«hielo»"; // 🧊\n', at: 1_700_000_000_000 }],
  items: [
    {
      lesson,
      item: 'exercise/thaw',
      attempts: [
        {
          at: 1_700_000_001_000,
          answer: 'model.trainable = ____;',
          verdict: 'incorrect',
          stage: 'checked',
          message: 'blank',
        },
        {
          at: 1_700_000_001_500,
          answer: 'model.trainable = false;',
          verdict: 'incorrect',
          stage: 'checked',
          message: 'frozen',
          compared: { expected: '[]', found: 'conv_1, conv_2' },
        },
        {
          at: 1_700_000_002_000,
          answer: 'model.trainable = true;',
          verdict: 'correct',
          stage: 'checked',
          message: '',
        },
      ],
      hints: 1,
      isSolutionSeen: false,
    },
    {
      lesson,
      item: 'quiz/freezing/why',
      attempts: [{ at: 1_700_000_003_000, answer: '"a"', verdict: 'correct', stage: 'checked', message: '' }],
      hints: 0,
      isSolutionSeen: false,
    },
  ],
  runs: [
    {
      ...createRun({
        at: 1_700_000_004_000,
        note: 'too fast',
        curves: [
          { name: 'loss', values: [0.7, Number.NaN] },
          { name: 'acc', values: [0, Number.POSITIVE_INFINITY] },
        ],
      }),
      number: 4,
    },
  ],
  cells: [{ lesson, cell: 'freeze', runs: 3, at: 1_700_000_005_000, outcome: 'failed', wasDone: true }],
  steps: [{ lesson: '00-how-a-cell-works', step: 'run', at: 1_700_000_000_000 }],
  places: [
    {
      lesson,
      at: 1_700_000_006_000,
      anchors: { es: 'congelar', en: 'freezing' },
      heading: 'Freezing',
      language: 'en',
    },
  ],
  drawings: [
    {
      className: 'bee',
      id: '0123456789abcdef',
      at: 1_700_000_007_000,
      strokes: ['0,0 255,120', '12,34'],
    },
  ],
  learner: [{ name: 'Ana Núñez', lastRun: 4 }],
};
