import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { seededRun } from './seeded-run.ts';
import type { StrategyEpoch } from './strategies.ts';
import type { StrategyPlan } from './strategy-options.ts';

/**
 * Compiles and trains one way.
 * @param before the epochs that it goes on from
 * @returns whether Stop ended it
 */
export async function trainStrategy(
  tf: TensorFlow,
  model: LayersModel,
  { train, validation, epochs, batchSize, seed }: StrategyPlan,
  { rate, before }: { readonly rate: number; readonly before: readonly StrategyEpoch[] },
  onEpoch: (epoch: StrategyEpoch) => void,
): Promise<boolean> {
  const optimizer = tf.train.adam(rate);
  const earlier = before.at(-1)?.seconds ?? 0;
  const began = performance.now();
  try {
    model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    await seededRun(`${seed} order`, () =>
      model.fit(train.xs, train.ys, {
        epochs,
        initialEpoch: before.length,
        batchSize,
        validationData: [validation.xs, validation.ys],
        // The bench has bars of its own.
        verbose: 0,
        callbacks: {
          async onEpochEnd(_epoch, logs = {}) {
            const { acc = Number.NaN, val_acc = Number.NaN, val_loss = Number.NaN } = logs;
            const seconds = earlier + (performance.now() - began) / 1000;
            onEpoch({ accuracy: acc, valAccuracy: val_acc, valLoss: val_loss, seconds });
          },
        },
      }),
    );
    return model.stopTraining;
  } finally {
    optimizer.dispose();
  }
}
