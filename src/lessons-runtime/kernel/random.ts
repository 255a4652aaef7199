import { LazyIterator } from '@tensorflow/tfjs-data/dist/iterators/lazy_iterator';
import seedrandom from 'seedrandom';
import { replaceMethod } from './replace-method.ts';
import type { TensorFlow } from './tensorflow.ts';

/**
 * Makes all chance in the worker follow from one seed: the same cells in the same order, in a new worker on the same
 * backend, give the same numbers to the bit. Running a cell again goes on in the stream.
 *
 * `Math.random` becomes Alea (Johannes Baagøe, 2010; period about 2^116) as the library seedrandom has it, which tfjs
 * brings anyway, with 53 bits a number. Of what tfjs 4.22 leaves to chance, nearly everything draws its own seed from
 * `Math.random` where the cell gives none, and so follows: every initializer and `tf.random*` (`rand_util.js`),
 * dropout (`tf.randomUniform` inside), `tf.multinomial` on each backend, the shuffling of `fit` (`util.shuffle`).
 * Only `tf.data` asks the clock: its two `shuffle` get a seed of the stream here.
 *
 * Keras has `keras.utils.set_random_seed(seed)` for the same, since TF 2.7.
 */
export function seedRandomness(tf: TensorFlow, seed: number): void {
  const generator = seedrandom.alea(String(seed));
  Object.defineProperty(Math, 'random', {
    value: function random(): number {
      return generator.double();
    },
    writable: true,
    configurable: true,
  });
  const nextSeed = () => String(generator.double());
  for (const { prototype } of [tf.data.Dataset, LazyIterator]) {
    replaceMethod(prototype, 'shuffle', (shuffle) => {
      return function (this: unknown, size: unknown, given: unknown, ...more: unknown[]) {
        // tfjs takes an empty text for none as well.
        return shuffle.call(this, size, given || nextSeed(), ...more);
      };
    });
  }
}
