/**
 * Which argument is invalid.
 * - `rank`: a tensor has the wrong number of axes
 * - `channels`: pictures are not RGB
 * - `classes`: the number of probabilities is not that of the classes
 * - `input-shape`: the network does not support the `inputShape`
 * - `weights`: `weights` is neither the name of the pretrained weights nor `null`
 * - `pooling`: `pooling` is neither `'avg'` nor `'max'` nor `null`
 * - `top`: `top` is not an integer of at least 1
 * - `labels`: the list of labels has the wrong form
 */
type ModelArgumentErrorKind =
  | 'rank'
  | 'channels'
  | 'classes'
  | 'input-shape'
  | 'weights'
  | 'pooling'
  | 'top'
  | 'labels';

/** Thrown if an argument is invalid. Its fields let a page show a message in its own language. */
export class ModelArgumentError extends Error {
  override readonly name = 'ModelArgumentError';
  readonly kind: ModelArgumentErrorKind;
  readonly expected: string;
  readonly found: string;

  /** @param argument the name of the function or argument, for the message */
  constructor(kind: ModelArgumentErrorKind, argument: string, expected: string, found: string) {
    super(`${argument}: expected ${expected}, found ${found}`);
    this.kind = kind;
    this.expected = expected;
    this.found = found;
  }
}
