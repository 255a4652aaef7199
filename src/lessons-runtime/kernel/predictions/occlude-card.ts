import type { OcclusionState } from '../../protocol/example-parts.ts';
import { isAlive } from '../network/is-alive.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { occlusionDrops, predictionRows } from './occlusion-drops.ts';
import type { PredictionCard } from './prediction-views.ts';

/** The parts in each direction. */
const grid = 8;

/**
 * Computes the occlusion map of a card's most probable class, unless a run waits.
 *
 * @param card `undefined` if it is no longer kept
 * @param isAwaited returns whether a run waits; the map is then given up
 * @param report receives the progress, and how it ended
 */
export async function occludeCard(
  tf: TensorFlow,
  card: PredictionCard | undefined,
  isAwaited: () => boolean,
  report: (state: OcclusionState) => void,
): Promise<void> {
  const model = card?.model.deref();
  if (card === undefined || model === undefined || !isAlive(model)) return report({ phase: 'gone' });
  const { values, shape, index } = card;
  const picture = tf.tensor4d(values, [1, ...shape]);
  try {
    const [whole = []] = await predictionRows(tf, model.predict(picture));
    const probability = whole[index] ?? Number.NaN;
    const drops = await occlusionDrops(
      tf,
      model,
      picture,
      { index, probability, grid },
      async (loaded, total) => {
        report({ phase: 'working', loaded, total });
        // A run that was added meanwhile is received.
        await new Promise((resolve) => setTimeout(resolve));
        return !isAwaited();
      },
    );
    report(drops === null ? { phase: 'interrupted' } : { phase: 'shown', probability, drops });
  } catch {
    report({ phase: isAlive(model) ? 'failed' : 'gone' });
  } finally {
    picture.dispose();
  }
}
