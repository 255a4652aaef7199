import { once } from '../shared/once.ts';
import { checkTrainingData } from './keras/training-data-check.ts';
import { logTrainings } from './keras/training-log.ts';
import { rescueTraining } from './keras/training-rescue.ts';
import { watchTraining } from './keras/training-watch.ts';
import type { LoadScript } from './lazy-scripts.ts';
import type { TrainingKitDependencies } from './training-kit/kit-dependencies.ts';
import type { createTrainingKit, TrainingKit } from './training-kit/training-kit.ts';

/** What surrounds training in a lesson, brought in when a cell first trains, or uses any of it. */
export interface TrainingSupport {
  readonly kit: () => Promise<TrainingKit>;
  /** `null` until a cell first asked for it. */
  readonly loaded: TrainingKit | null;
  /** Hands the page what a training under way had learned. @returns whether there was any */
  rescue(): boolean;
}

export function createTrainingSupport(
  loadScript: LoadScript,
  deps: TrainingKitDependencies,
): TrainingSupport {
  let loaded: TrainingKit | null = null;
  const kit = once(async () => {
    const script = (await loadScript('training-kit')) as {
      readonly createTrainingKit: typeof createTrainingKit;
    };
    loaded = script.createTrainingKit(deps);
    return loaded;
  });
  watchTraining(deps.tf, async () => (await kit()).trainingWatch);
  checkTrainingData(deps.tf, async () => (await kit()).dataCheck);
  rescueTraining(deps.tf, async () => (await kit()).rescue);
  logTrainings(deps.tf, async () => (await kit()).log);
  return {
    kit,
    get loaded() {
      return loaded;
    },
    rescue: () => loaded?.rescue.save() ?? false,
  };
}
