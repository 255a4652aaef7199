import type * as TensorFlow from '@tensorflow/tfjs';
import { ModelArgumentError } from './model-argument-error.ts';

/** The first and last class of ImageNet that is a breed of dogs: Chihuahua to Mexican hairless. */
const dogs = { first: 151, last: 268 } as const;
/** The first and last class of ImageNet that is a domestic cat: tabby to Egyptian cat. */
const cats = { first: 281, last: 285 } as const;

const classes = 1000;

/** Added to both sums, so that the result is 0.5 each if the probability of every cat and dog is 0. */
const leastProbability = 1e-30;

/**
 * @param probabilities [batch, 1000] or [1000], the predictions of `mobileNet` or `efficientNetLite0`
 * @returns [batch, 2] or [2]: the probabilities of cat and of dog, which sum to 1
 * @throws {ModelArgumentError} `rank` or `classes` for another shape
 */
export type CatsAndDogs = (probabilities: TensorFlow.Tensor) => TensorFlow.Tensor;

/**
 * Creates `catsAndDogs`, which converts the predictions of a network for ImageNet to those of a model that knows only cats
 * and dogs: it sums the probabilities of the 5 classes of cats and of the 118 classes of dogs, and divides both sums by
 * their total. It also classifies a picture of anything else as a cat or a dog.
 */
export function createCatsAndDogs(
  tf: Pick<typeof TensorFlow, 'tidy' | 'slice' | 'sum' | 'stack' | 'add' | 'div'>,
): CatsAndDogs {
  function sumOfClasses(probabilities: TensorFlow.Tensor, { first, last }: typeof dogs | typeof cats) {
    const axis = probabilities.rank - 1;
    const begin = axis === 0 ? [first] : [0, first];
    const size = axis === 0 ? [last - first + 1] : [-1, last - first + 1];
    return tf.add(tf.sum(tf.slice(probabilities, begin, size), axis), leastProbability);
  }

  return (probabilities) => {
    requireShape(probabilities.shape);
    return tf.tidy(() => {
      const sums = tf.stack(
        [sumOfClasses(probabilities, cats), sumOfClasses(probabilities, dogs)],
        probabilities.rank - 1,
      );
      return tf.div(sums, tf.sum(sums, -1, true));
    });
  };
}

function requireShape(shape: readonly number[]): void {
  const found = `[${shape.join(', ')}]`;
  if (shape.length !== 1 && shape.length !== 2)
    throw new ModelArgumentError('rank', 'catsAndDogs', `[batch, ${classes}] or [${classes}]`, found);
  if (shape.at(-1) !== classes)
    throw new ModelArgumentError('classes', 'catsAndDogs', `${classes} probabilities per picture`, found);
}
