import { createMemoryRunsStore, openRunsStore, type RunsStore } from '../../progress/runs-store.ts';

/** The log's store; where the browser keeps nothing, one that lasts for the page. */
export async function openRuns(): Promise<{ readonly store: RunsStore; readonly isKept: boolean }> {
  try {
    return { store: await openRunsStore(), isKept: true };
  } catch {
    return { store: createMemoryRunsStore(), isKept: false };
  }
}
