import { once } from '../shared/once.ts';
import type { LoadScript } from './lazy-scripts.ts';
import type { TrainingKitDependencies } from './training-kit/kit-dependencies.ts';
import type { createTrainingKit, TrainingKit } from './training-kit/training-kit.ts';

/** What surrounds training, which comes with the first cell that trains or asks for any of it. */
export interface KitLoader {
  load(): Promise<TrainingKit>;
  /** `null` until then. */
  readonly loaded: TrainingKit | null;
}

export function createKitLoader(
  loadScript: LoadScript,
  dependencies: () => TrainingKitDependencies,
): KitLoader {
  let loaded: TrainingKit | null = null;
  return {
    load: once(async () => {
      const script = (await loadScript('training-kit')) as {
        readonly createTrainingKit: typeof createTrainingKit;
      };
      loaded = script.createTrainingKit(dependencies());
      return loaded;
    }),
    get loaded() {
      return loaded;
    },
  };
}
