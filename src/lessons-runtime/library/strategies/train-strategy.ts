import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { StrategyPlan } from './strategy-options.ts';
import type { StrategyEpoch } from './strategy-progress.ts';
import { withSeed } from './with-seed.ts';

/**
 * Compiles and trains the model of one strategy.
 * @param options `rate` is the learning rate, `before` the inherited epochs, after which the training continues
 * @returns whether it was stopped
 */
export async function trainStrategy(
  tf: TensorFlow,
  model: LayersModel,
  { train, validation, epochs, batchSize, seed }: StrategyPlan,
  { rate, before }: { readonly rate: number; readonly before: readonly StrategyEpoch[] },
  onEpoch: (epoch: StrategyEpoch) => void,
): Promise<boolean> {
  const optimizer = tf.train.adam(rate);
  const secondsBefore = before.at(-1)?.seconds ?? 0;
  const began = performance.now();
  try {
    model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    await withSeed(`${seed} order`, () =>
      model.fit(train.xs, train.ys, {
        epochs,
        initialEpoch: before.length,
        batchSize,
        validationData: [validation.xs, validation.ys],
        // The strategy board shows the progress.
        verbose: 0,
        callbacks: {
          async onEpochEnd(_epoch, logs = {}) {
            const { acc = Number.NaN, val_acc = Number.NaN, val_loss = Number.NaN } = logs;
            const seconds = secondsBefore + (performance.now() - began) / 1000;
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
