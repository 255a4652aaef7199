import type { CellStatus } from '../../host/cell-state.ts';
import type { FirstStep } from '../../lesson/first-steps.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import { loadPart } from '../../shared/load-part.ts';
import { keepingWords } from '../words/keeping-words.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { FirstStepsList } from './first-steps.ts';
import { type KeptCell, keepEdits } from './keep-edits.ts';

/** What a lesson tells of its learner as it happens. */
export interface ProgressKeeper {
  readonly keepRun: (cell: string, run: number, status: CellStatus) => void;
  readonly keepStep: (step: FirstStep) => void;
}

/**
 * Puts back what the learner did in earlier visits, and keeps what they do from now on.
 * @param parts of the page that show it; `onTrouble` is told in words of what could not be kept or read
 */
export async function keepProgress(
  lesson: string,
  words: PanelWords,
  parts: {
    readonly cells: readonly KeptCell[];
    readonly firstSteps: FirstStepsList | null;
    readonly onTrouble: (text: string) => void;
  },
): Promise<ProgressKeeper> {
  const { cells, firstSteps, onTrouble } = parts;
  const say = { ...keepingWords[words.language], refused: words.notSaved };
  const { store, keeping } = await openRecord();
  store.onProblem(({ kind }) => onTrouble(say[kind]));
  store.onRecovered(() => onTrouble(say.recovered));
  if (keeping !== 'kept') onTrouble(say[keeping]);

  const recallSteps = async () => {
    const steps = await store.load('steps', lesson);
    firstSteps?.recall(steps.map(({ step }) => step));
  };
  await Promise.all([
    keepEdits(store, lesson, cells, ({ typing, run }) =>
      onTrouble([...(typing ? [say.older] : []), ...(run ? [say.ranOther] : [])].join(' ')),
    ),
    firstSteps === null ? null : recallSteps(),
  ]);
  if (firstSteps !== null) {
    store.onChange((table, where) => {
      // What cannot be read now is read with the next change.
      if (table === 'steps' && where === lesson) recallSteps().catch(() => {});
    });
  }
  if (keeping !== 'kept') {
    const { offerFile } = await loadPart(() => import('./offer-file.ts'));
    const takeBack = offerFile(document.querySelector('[data-lesson-bar]'), store, words.language);
    store.onRecovered(takeBack);
  }

  const ended = new Map<string, number>();
  /** What cannot be kept is told by the store. */
  const told = () => {};
  return {
    keepRun(cell, run, status) {
      if ((status !== 'done' && status !== 'failed' && status !== 'stopped') || ended.get(cell) === run)
        return;
      ended.set(cell, run);
      store
        .update('cells', ['cells', lesson, cell], (kept) => ({
          lesson,
          cell,
          runs: (kept?.runs ?? 0) + 1,
          at: Date.now(),
          outcome: status,
          wasDone: kept?.wasDone === true || status === 'done',
        }))
        .catch(told);
    },
    keepStep(step) {
      store
        .update('steps', ['steps', lesson, step], (kept) => kept ?? { lesson, step, at: Date.now() })
        .catch(told);
    },
  };
}
