import type { KeptRun, OutputStore } from '../../src/lessons-runtime/progress/blobs/output-store.ts';

/** A store of outputs in memory, without limits. */
export function createMemoryOutputStore(): OutputStore {
  const kept = new Map<string, KeptRun>();
  return {
    load: async (lesson) => [...kept.values()].filter((run) => run.lesson === lesson),
    async put(run) {
      kept.set(`${run.lesson}/${run.cell}`, structuredClone(run));
    },
    async remove({ lesson, cell }) {
      const removed = [...kept.values()].filter(
        (run) => (lesson ?? run.lesson) === run.lesson && (cell ?? run.cell) === run.cell,
      );
      for (const run of removed) kept.delete(`${run.lesson}/${run.cell}`);
      return removed;
    },
  };
}
