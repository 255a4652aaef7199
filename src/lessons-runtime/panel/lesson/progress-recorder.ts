import type { FirstStep } from '../../lesson/first-steps.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import type { Outcome } from '../../protocol/worker-to-host.ts';
import { loadPart } from '../../shared/load-part.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { storageWords } from '../words/storage-words.ts';
import { mountRunEstimates, type TimedCell } from './estimates/run-estimates.ts';
import type { FirstStepsList } from './first-steps.ts';
import { type SyncedCell, syncEdits } from './sync-edits.ts';

/** Stores the learner's progress in a lesson. Failures to store are reported by the record, not by these functions. */
export interface ProgressRecorder {
  /** Records a finished run of a cell. */
  readonly recordRun: (cell: string, outcome: Outcome) => void;
  /** Records a first step, if it is not recorded yet. */
  readonly recordStep: (step: FirstStep) => void;
}

/**
 * Restores the learner's progress of earlier visits and stores further progress.
 * @param parts the parts of the page that show it; `onProblem` gets a message about anything that could not be stored or read
 * @throws if the record cannot be read
 */
export async function openProgressRecorder(
  lesson: string,
  words: PanelWords,
  parts: {
    readonly cells: readonly (SyncedCell & TimedCell)[];
    readonly firstSteps: FirstStepsList | null;
    readonly onProblem: (text: string) => void;
  },
): Promise<ProgressRecorder> {
  const { cells, firstSteps, onProblem } = parts;
  const messages = { ...storageWords[words.language], refused: words.notSaved };
  const { store, keeping } = await openRecord();
  store.onProblem(({ kind }) => onProblem(messages[kind]));
  store.onRecovered(() => onProblem(messages.recovered));
  if (keeping !== 'kept') onProblem(messages[keeping]);

  const recallSteps = async () => {
    const steps = await store.load('steps', lesson);
    firstSteps?.recall(steps.map(({ step }) => step));
  };
  await Promise.all([
    syncEdits(store, lesson, cells, ({ afterTyping, afterRun }) =>
      onProblem(
        [...(afterTyping ? [messages.older] : []), ...(afterRun ? [messages.ranOther] : [])].join(' '),
      ),
    ),
    firstSteps === null ? null : recallSteps(),
  ]);
  if (firstSteps !== null) {
    store.onChange((table, where) => {
      // After a failed read, the next change reads again.
      if (table === 'steps' && where === lesson) recallSteps().catch(() => {});
    });
  }
  if (keeping !== 'kept') {
    const { offerFile } = await loadPart(() => import('./offer-file.ts'));
    const removeOffer = offerFile(document.querySelector('[data-lesson-bar]'), store, words.language);
    store.onRecovered(removeOffer);
  }

  const estimates = mountRunEstimates(lesson, cells, words);
  /** The store reports its failures through `onProblem`. */
  const ignore = () => {};
  return {
    recordRun(cell, outcome) {
      estimates.afterRun(cell);
      store
        .update('cells', ['cells', lesson, cell], (kept) => ({
          lesson,
          cell,
          runs: (kept?.runs ?? 0) + 1,
          at: Date.now(),
          outcome,
          wasDone: kept?.wasDone === true || outcome === 'done',
        }))
        .catch(ignore);
    },
    recordStep(step) {
      store
        .update('steps', ['steps', lesson, step], (kept) => kept ?? { lesson, step, at: Date.now() })
        .catch(ignore);
    },
  };
}
