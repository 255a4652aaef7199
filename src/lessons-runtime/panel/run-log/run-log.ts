import { openRecord } from '../../progress/open-record.ts';
import type { LoggedRun } from '../../progress/runs-store.ts';
import { createRunsStore, runLimit } from '../../progress/runs-store.ts';
import type { Training } from '../../protocol/training.ts';
import type { PanelWords } from '../words.ts';
import { createRunTable } from './run-table.ts';

/** A lesson's trainings: kept as they end, and shown where the lesson's text has a place for them. */
export interface RunLog {
  add(cell: string, training: Training, seed: number): Promise<void>;
}

/** @param section the place in the text, if it has one */
export async function createRunLog(
  lesson: string,
  section: HTMLElement | null,
  words: PanelWords,
): Promise<RunLog> {
  const { store: record, keeping } = await openRecord();
  const store = createRunsStore(record);
  const table =
    section === null ? null : createRunTable(section, words, { store, isKept: keeping === 'kept' });
  table?.show(await store.load(lesson));
  record.onChange((changed, where) => {
    if (changed === 'runs' && where === lesson) void store.load(lesson).then((runs) => table?.show(runs));
  });

  return {
    async add(cell, training, seed) {
      const run: LoggedRun = await store.add({ ...training, lesson, cell, seed, at: Date.now(), note: '' });
      table?.add(run, runLimit);
    },
  };
}
