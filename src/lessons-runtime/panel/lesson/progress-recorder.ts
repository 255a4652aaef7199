import type { CellState } from '../../host/cell-state.ts';
import type { FirstStep } from '../../lesson/first-steps.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import type { Outcome } from '../../protocol/worker-to-host.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { storageWords } from '../words/storage-words.ts';
import { mountRunEstimates } from './estimates/run-estimates.ts';
import type { FirstStepsList } from './first-steps.ts';
import { type ShownCell, showHistory } from './show-history.ts';
import { type OnAuthorChange, syncEdits } from './sync-edits.ts';

/** Stores the learner's progress in a lesson. Failures to store are reported by the record, not by these functions. */
export interface ProgressRecorder {
  /** Records a finished run of a cell, and keeps its outputs. @param inputs as `readInputs` returned them when it started */
  readonly recordRun: (cell: string, outcome: Outcome, state: CellState, inputs: readonly string[]) => void;
  /** Records that the worker has ended, with all variables. */
  readonly endWorker: () => void;
  /**
   * Asks in the cell's head what to run, if the cell needs others that have not run in the current worker.
   * @param onStart called when the learner has answered and the cell will run
   * @returns whether it asks: then the caller does not run the cell
   */
  readonly asksBeforeRun: (cell: string, onStart: () => void) => Promise<boolean>;
  /** Records a first step, if it is not recorded yet. */
  readonly recordStep: (step: FirstStep) => void;
}

/** Creates what shows which cells the author has changed. */
function createAuthorChanges(cells: readonly ShownCell[], language: Language): OnAuthorChange {
  const removals = new Map<string, Promise<() => void>>();
  return (id, keep) => {
    const cell = cells.find((each) => each.id === id);
    if (cell === undefined) return;
    if (keep === null) {
      removals.get(id)?.then((remove) => remove());
      removals.delete(id);
      return;
    }
    const { section, source: authored, view } = cell;
    const shown = loadPart(() => import('./show-author-change.ts')).then(({ showAuthorChange }) =>
      showAuthorChange(section, language, {
        authored,
        source: view.code.source,
        onTake: view.code.reset,
        onKeep: keep,
      }),
    );
    // If the script cannot be loaded, the cell works as before.
    removals.set(
      id,
      shown.catch(() => () => {}),
    );
  };
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
    readonly cells: readonly ShownCell[];
    readonly firstSteps: FirstStepsList | null;
    readonly onProblem: (text: string) => void;
    /** Runs cells one after the other. */
    readonly run: (cells: readonly string[]) => void;
    /** Announces a text in the bar of the lesson. */
    readonly announce: (text: string) => void;
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
    syncEdits(
      store,
      lesson,
      // A run that still waits for the record has no state and does not count.
      cells.map(({ id, source, view }) => ({
        id,
        authored: source,
        code: view.code,
        hasRun: () => view.state !== null,
      })),
      ({ afterTyping, afterRun }) =>
        onProblem(
          [...(afterTyping ? [messages.older] : []), ...(afterRun ? [messages.ranOther] : [])].join(' '),
        ),
      createAuthorChanges(cells, words.language),
    ),
    firstSteps === null ? null : recallSteps(),
  ]);
  if (firstSteps !== null) {
    store.onChange((table, where) => {
      // After a failed read, the next change reads again.
      if (table === 'steps' && where === lesson) recallSteps().catch(() => {});
    });
  }
  // Not awaited, because the cells need not wait for the end of the page.
  loadPart(() => import('./lesson-end.ts'))
    .then(({ mountLessonEnd }) => mountLessonEnd(document, store, lesson, words.language))
    .catch(() => {});
  if (keeping !== 'kept') {
    const { offerFile } = await loadPart(() => import('./offer-file.ts'));
    const removeOffer = offerFile(document.querySelector('[data-lesson-bar]'), store, words.language);
    store.onRecovered(removeOffer);
  }

  const history = showHistory(document, lesson, words, cells, parts);
  void history.restore();

  const estimates = mountRunEstimates(lesson, cells, words);
  /** The store reports its failures through `onProblem`. */
  const ignore = () => {};
  return {
    recordRun(cell, outcome, state, inputs) {
      void history.recordRun(cell, state, inputs);
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
    endWorker: () => void history.endWorker(),
    asksBeforeRun: history.asksBeforeRun,
    recordStep(step) {
      store
        .update('steps', ['steps', lesson, step], (kept) => kept ?? { lesson, step, at: Date.now() })
        .catch(ignore);
    },
  };
}
