import { AdvisedError } from '../advised-error.ts';

/** What a cell handed over cannot be used. */
export class KitError extends AdvisedError {
  override readonly name = 'ArgumentError';
}
