import { openRecord } from '../../progress/record/open-record.ts';
import { createRunsStore, runLimit } from '../../progress/record/runs-store.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { recordTrainings, type TrainingRecorder } from './record-trainings.ts';
import { createRunTable } from './run-table.ts';

/** A lesson's trainings: kept as they end, and shown where the lesson's text has a place for them. */
export type RunLog = TrainingRecorder;

/** @param section the place in the text, if it has one */
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
      // What cannot be read now is read with the next change.
      () => {},
    );
  });
  return recordTrainings(lesson, store, {
    onAdded: (run) => table?.add(run, runLimit),
    onConfusion: (run, confusion) => table?.addConfusion(run.number, confusion) ?? { ...run, confusion },
  });
}
