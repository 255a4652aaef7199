import { AdvisedError } from '../kernel/errors/advised-error.ts';

/** Thrown if an argument that a cell passed to a library function is invalid. */
export class ArgumentError extends AdvisedError {
  override readonly name = 'ArgumentError';
}
