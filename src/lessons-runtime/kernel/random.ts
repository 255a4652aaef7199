import { LazyIterator } from '@tensorflow/tfjs-data/dist/iterators/lazy_iterator';
import seedrandom from 'seedrandom';
import { replaceMethod } from './replace-method.ts';
import type { TensorFlow } from './tensorflow.ts';

/**
 * Seeds all randomness in the worker: the same cells in the same order, in a new worker on the same backend, give bit-identical
 * numbers. Running a cell again continues the random stream.
 *
 * `Math.random` is replaced by Alea (Johannes Baagøe, 2010; period about 2^116), with 53 bits a number, from the library
 * seedrandom, which is a dependency of tfjs. Nearly all random functions of tfjs 4.22 draw their seed from `Math.random` if the
 * cell passes none: the initializers and `tf.random*` (`rand_util.js`), dropout (through `tf.randomUniform`), `tf.multinomial`
 * on each backend, and the shuffling of `fit` (`util.shuffle`). Only the two `shuffle` functions of `tf.data` use the clock; they
 * are given a seed here.
 *
 * The equivalent in Keras is `keras.utils.set_random_seed(seed)`, since TF 2.7.
 *
 * @param onDraw called for each random number
 */
export function seedRandomness(tf: TensorFlow, seed: number, onDraw: () => void): void {
  const generator = seedrandom.alea(String(seed));
  function draw(): number {
    onDraw();
    return generator.double();
  }
  Object.defineProperty(Math, 'random', {
    value: function random(): number {
      return draw();
    },
    writable: true,
    configurable: true,
  });
  const nextSeed = () => String(draw());
  for (const { prototype } of [tf.data.Dataset, LazyIterator]) {
    replaceMethod(prototype, 'shuffle', (shuffle) => {
      return function (this: unknown, size: unknown, given: unknown, ...more: unknown[]) {
        // `||`, because tfjs treats an empty string as no seed.
        return shuffle.call(this, size, given || nextSeed(), ...more);
      };
    });
  }
}
