import { once } from '../shared/once.ts';
import { checkTrainingData } from './keras/training-data-check.ts';
import { rescueTraining, type TrainingRescue } from './keras/training-rescue.ts';
import type { LoadScript } from './lazy-scripts.ts';
import type { createTrainingKit, TrainingKit, TrainingKitDependencies } from './training-kit/training-kit.ts';

/** What surrounds training in a lesson, brought in when a cell first trains, or uses any of it. */
export interface TrainingSupport {
  readonly kit: () => Promise<TrainingKit>;
  /** Hands the page what a training under way had learned. @returns whether there was any */
  rescue(): boolean;
}

export function createTrainingSupport(
  loadScript: LoadScript,
  deps: TrainingKitDependencies,
): TrainingSupport {
  let rescue: TrainingRescue | null = null;
  const kit = once(async () => {
    const script = (await loadScript('training-kit')) as {
      readonly createTrainingKit: typeof createTrainingKit;
    };
    const made = script.createTrainingKit(deps);
    rescue = made.rescue;
    return made;
  });
  checkTrainingData(deps.tf, async () => (await kit()).dataCheck);
  rescueTraining(deps.tf, async () => (await kit()).rescue);
  return { kit, rescue: () => rescue?.save() ?? false };
}
