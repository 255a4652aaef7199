import type { LiveActions } from '../shown-output.ts';

/** The actions of a live view whose worker has ended, as in the outputs of an earlier visit. */
export const noLive: LiveActions = { holds: () => false, classify() {}, photoClasses: async () => null };
