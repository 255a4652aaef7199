import { AdvisedError } from '../kernel/errors/advised-error.ts';

/** What a cell handed over cannot be used. */
export class ArgumentError extends AdvisedError {
  override readonly name = 'ArgumentError';
}
