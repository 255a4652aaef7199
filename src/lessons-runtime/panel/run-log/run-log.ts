import type { LoggedRun } from '../../progress/runs-store.ts';
import { runLimit } from '../../progress/runs-store.ts';
import type { Training } from '../../protocol/training.ts';
import type { PanelWords } from '../words.ts';
import { openRuns } from './open-runs.ts';
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
  const { store, isKept } = await openRuns();
  const table = section === null ? null : createRunTable(section, words, { store, isKept });
  table?.show(await store.load(lesson));

  return {
    async add(cell, training, seed) {
      const run: LoggedRun = await store.add({ ...training, lesson, cell, seed, at: Date.now(), note: '' });
      table?.add(run, runLimit);
    },
  };
}
