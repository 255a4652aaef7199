import type { Accuracy } from '../train-network/measure-accuracy.ts';
import type { EpochReport } from '../train-network/train-network.ts';
import type { SmoothedPlan } from './train-drawing-net.ts';

/** One training of a network: first of its head only, or of all layers. */
export interface Phase {
  readonly layers: 'classifier' | 'all';
  readonly plan: SmoothedPlan;
  readonly epochs: readonly EpochReport[];
}

/** How a network was trained, and its accuracy on the drawings held out. */
export interface TrainingRecord {
  /** The name of the network whose convolutions it began with, or `null` for random weights. */
  readonly base: string | null;
  readonly phases: readonly Phase[];
  readonly classNames: readonly string[];
  readonly drawings: { readonly train: number; readonly test: number };
  readonly accuracy: Accuracy;
}
