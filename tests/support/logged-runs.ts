import type { LoggedRun } from '../../src/lessons-runtime/progress/record/runs-store.ts';

/** Creates a logged training of a head. */
export function createRun(changes: Partial<LoggedRun> = {}): Omit<LoggedRun, 'number'> {
  return {
    lesson: '03-transfer',
    cell: 'train-head',
    at: Date.UTC(2026, 2, 4, 10, 30),
    seed: 42,
    note: '',
    outcome: 'done',
    milliseconds: 2500,
    backend: 'wasm',
    optimizer: 'Adam',
    learningRate: 0.001,
    loss: 'categoricalCrossentropy',
    batchSize: 32,
    samples: 120,
    epochs: 2,
    parameters: { trained: 2562, frozen: 3_400_000 },
    firstTrained: 'head',
    epoch: [1, 2],
    curves: [
      { name: 'loss', values: [0.7, 0.4] },
      { name: 'acc', values: [0.5, 0.8] },
      { name: 'val_loss', values: [0.8, 0.6] },
      { name: 'val_acc', values: [0.4, 0.75] },
    ],
    ...changes,
  };
}
