import type { Output } from './output.ts';

/** What counts for no budget of a run, in the worker or on the page: few by nature, or replacing each other. */
export const unbudgetedKinds: ReadonlySet<Output['kind']> = new Set(['error', 'note', 'chart', 'progress']);
