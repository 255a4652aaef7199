import type { Accuracy } from '../train-network/measure-accuracy.ts';
import type { EpochReport } from '../train-network/train-network.ts';
import type { IconPlan } from './train-icon-net.ts';

/** How a network was trained, and its accuracy. */
export interface TrainingRecord {
  readonly plan: IconPlan;
  readonly classNames: readonly string[];
  readonly icons: { readonly train: number; readonly validation: number };
  readonly families: { readonly train: number; readonly validation: number };
  readonly epochs: readonly EpochReport[];
  readonly unseenDesigners: Accuracy;
}
