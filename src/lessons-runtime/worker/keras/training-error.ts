import { AdvisedError } from '../advised-error.ts';

/** A training that cannot begin. */
export class TrainingError extends AdvisedError {
  override readonly name = 'TrainingError';
}
