/**
 * What a caller handed over cannot be used.
 * - `rank`: a tensor with another number of axes
 * - `channels`: pictures that are not RGB
 * - `classes`: not one probability per class
 * - `input-shape`: an `inputShape` the network cannot take
 * - `weights`: a `weights` that is neither `'imagenet'` nor `null`
 * - `pooling`: a `pooling` that is neither `'avg'` nor `'max'` nor `null`
 * - `top`: a `top` that is no whole number from 1 up
 * - `labels`: a label list of another form
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

/** An argument was refused. The fields let a page say so in its own language. */
export class ModelArgumentError extends Error {
  override readonly name = 'ModelArgumentError';
  readonly kind: ModelArgumentErrorKind;
  readonly expected: string;
  readonly found: string;

  constructor(kind: ModelArgumentErrorKind, place: string, expected: string, found: string) {
    super(`${place}: expected ${expected}, found ${found}`);
    this.kind = kind;
    this.expected = expected;
    this.found = found;
  }
}
