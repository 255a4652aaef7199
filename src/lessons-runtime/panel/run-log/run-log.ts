import { openRecord } from '../../progress/record/open-record.ts';
import { createRunsStore, runLimit } from '../../progress/record/runs-store.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { recordTrainings, type TrainingRecorder } from './record-trainings.ts';
import { createRunTable } from './run-table.ts';

/** Stores a lesson's trainings, and shows them if the lesson has a section for them. */
export type RunLog = TrainingRecorder;

/** Opens the run log of a lesson. @param section the section that shows it, if there is one */
export async function createRunLog(
  lesson: string,
  section: HTMLElement | null,
  words: PanelWords,
): Promise<RunLog> {
  const { store: record } = await openRecord();
  const store = createRunsStore(record);
  const table = section === null ? null : createRunTable(section, words, store);
  table?.show(await store.load(lesson));
  record.onChange((changed, where) => {
    if (changed !== 'runs' || where !== lesson) return;
    store.load(lesson).then(
      (runs) => table?.show(runs),
      // After a failed read, the next change reads again.
      () => {},
    );
  });
  return recordTrainings(lesson, store, {
    onAdded: (run) => table?.add(run, runLimit),
    onConfusion: (run, confusion) => table?.addConfusion(run.number, confusion) ?? { ...run, confusion },
  });
}
