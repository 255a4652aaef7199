import { AdvisedError } from '../errors/advised-error.ts';

/** A training that cannot begin. */
export class TrainingError extends AdvisedError {
  override readonly name = 'TrainingError';
}
