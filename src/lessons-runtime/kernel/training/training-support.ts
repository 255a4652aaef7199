import { once } from '../../shared/once.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { LibraryDependencies } from '../library-dependencies.ts';
import type { LibraryInterface, LibraryScript } from '../script-interfaces.ts';
import { checkTrainingData } from './check-training-data.ts';
import { logTrainings } from './log-trainings.ts';
import { recoverTraining } from './recover-training.ts';
import { watchTraining } from './watch-training.ts';

/** What surrounds training in a lesson, brought in when a cell first trains, or uses any of it. */
export interface TrainingSupport {
  readonly library: () => Promise<LibraryInterface>;
  /** `null` until a cell first asked for it. */
  readonly loaded: LibraryInterface | null;
  /** Hands the page what a training under way had learned. @returns whether there was any */
  recover(): boolean;
}

export function createTrainingSupport(loadScript: LoadScript, deps: LibraryDependencies): TrainingSupport {
  let loaded: LibraryInterface | null = null;
  const library = once(async () => {
    const script = (await loadScript('library')) as unknown as LibraryScript;
    loaded = script.createLibrary(deps);
    return loaded;
  });
  watchTraining(deps.tf, async () => (await library()).trainingWatch);
  checkTrainingData(deps.tf, async () => (await library()).dataCheck);
  recoverTraining(deps.tf, async () => (await library()).recovery);
  logTrainings(deps.tf, async () => (await library()).log);
  return {
    library,
    get loaded() {
      return loaded;
    },
    recover: () => loaded?.recovery.save() ?? false,
  };
}
