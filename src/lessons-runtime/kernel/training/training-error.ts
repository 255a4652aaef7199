import { AdvisedError } from '../errors/advised-error.ts';

/** A training that cannot start. */
export class TrainingError extends AdvisedError {
  override readonly name = 'TrainingError';
}
