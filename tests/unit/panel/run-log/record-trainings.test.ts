import { beforeEach, expect, it } from 'vitest';
import {
  recordTrainings,
  type TrainingRecorder,
} from '../../../../src/lessons-runtime/panel/run-log/record-trainings.ts';
import { createMemoryRecordStorage } from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import { createRecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import {
  createRunsStore,
  type RunsStore,
} from '../../../../src/lessons-runtime/progress/record/runs-store.ts';
import { trainingLimits } from '../../../../src/lessons-runtime/protocol/training-limits.ts';
import { trainingEvent } from '../../../wire/messages.ts';

let store: RunsStore;
let log: TrainingRecorder;
beforeEach(() => {
  store = createRunsStore(createRecordStore(createMemoryRecordStorage()));
  log = recordTrainings('a', store, {
    onAdded: () => {},
    onConfusion: (run, confusion) => ({ ...run, confusion }),
  });
});

async function storedRuns() {
  await log.settled();
  return store.load('a');
}
const confusion = {
  labels: ['cat', 'dog'],
  values: [
    [3, 1],
    [0, 4],
  ],
};

it('stores a training once, when it is finished', async () => {
  log.onTrainingEvent(
    { cell: 'c', run: 2 },
    trainingEvent({ run: 2, number: 1 }, { outcome: 'ended', epoch: [1], curves: [] }),
    7,
  );
  expect(await storedRuns()).toEqual([]);
  log.onTrainingEvent({ cell: 'c', run: 2 }, trainingEvent({ run: 2, number: 1 }), 7);
  log.onTrainingEvent({ cell: 'c', run: 2 }, trainingEvent({ run: 2, number: 1 }), 7);
  log.endWorker();
  expect(await storedRuns()).toMatchObject([{ cell: 'c', seed: 7, outcome: 'done', epoch: [1, 2] }]);
});

it('marks the trainings of one run of a cell', async () => {
  for (const [run, number] of [
    [1, 1],
    [1, 2],
    [2, 1],
  ] as const)
    log.onTrainingEvent({ cell: 'c', run }, trainingEvent({ run, number }), 1);
  const [third, second, first] = await storedRuns();
  expect(first?.ranAt).toBe(first?.at);
  expect(second?.ranAt).toBe(first?.ranAt);
  expect(third?.ranAt).toBe(third?.at);
});

it('stores the last event of a training in progress when the worker ends, and ignores later ones', async () => {
  const by = { cell: 'c', run: 1 };
  log.onTrainingEvent(
    by,
    trainingEvent({ run: 1, number: 1 }, { outcome: 'ended', epoch: [1], curves: [] }),
    1,
  );
  log.onTrainingEvent(by, trainingEvent({ run: 1, number: 1 }, { outcome: 'ended' }), 1);
  log.endWorker();
  log.endWorker();
  log.onTrainingEvent(by, trainingEvent({ run: 1, number: 1 }), 1);
  expect(await storedRuns()).toMatchObject([{ outcome: 'ended', epoch: [1, 2] }]);
});

it('does not store a training that an earlier cell did not wait for', async () => {
  log.onTrainingEvent({ cell: 'c', run: 1 }, trainingEvent({ run: 1, number: 1 }, { outcome: 'ended' }), 1);
  log.onTrainingEvent({ cell: 'd', run: 2 }, trainingEvent({ run: 2, number: 1 }), 1);
  log.endWorker();
  expect(await storedRuns()).toMatchObject([{ cell: 'd', outcome: 'done' }]);
});

it('adds the last confusion matrix of a model to its training, unless the training was deleted', async () => {
  const by = { cell: 'c', run: 1 };
  log.onTrainingEvent(by, trainingEvent({ run: 1, number: 1 }), 1);
  log.onTrainingEvent(by, trainingEvent({ run: 1, number: 2 }), 1);
  const report = { type: 'confusion', place: { run: 1, number: 1 }, confusion };
  log.onTrainingEvent({ cell: 'd', run: 4 }, report, 1);
  log.onTrainingEvent(
    { cell: 'd', run: 4 },
    {
      ...report,
      confusion: {
        ...confusion,
        values: [
          [4, 0],
          [0, 4],
        ],
      },
    },
    1,
  );
  const [second, first] = await storedRuns();
  expect(first?.confusion?.values).toEqual([
    [4, 0],
    [0, 4],
  ]);
  expect(second?.confusion).toBeUndefined();

  if (first !== undefined) await store.remove(first);
  log.onTrainingEvent({ cell: 'd', run: 5 }, report, 1);
  expect(await storedRuns()).toHaveLength(1);
});

it.each([
  ['an empty event', undefined],
  ['a training of another run', trainingEvent({ run: 3, number: 1 })],
  ['one training too many', trainingEvent({ run: 1, number: trainingLimits.perRun + 1 })],
  ['a training without a place', { ...trainingEvent({ run: 1, number: 1 }), place: null }],
  ['curves of different lengths', trainingEvent({ run: 1, number: 1 }, { epoch: [1] })],
  [
    'an invalid matrix',
    { type: 'confusion', place: { run: 1, number: 9 }, confusion: { ...confusion, values: [[1]] } },
  ],
  [
    'the matrix of a training that is not stored',
    { type: 'confusion', place: { run: 1, number: 9 }, confusion },
  ],
])('drops %s', async (_, event) => {
  log.onTrainingEvent({ cell: 'c', run: 1 }, event, 1);
  log.endWorker();
  expect(await storedRuns()).toEqual([]);
});
