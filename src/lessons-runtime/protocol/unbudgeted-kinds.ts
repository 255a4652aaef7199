import type { Output } from './output.ts';

/** Parts that do not count towards the output budget of a run, because they are few or replace each other. */
export const unbudgetedKinds: ReadonlySet<Output['kind']> = new Set(['error', 'note', 'chart', 'progress']);
