/** How far a try at an exercise comes where something is wrong with it before its check looks at it, in this order. */
export const earlyStages = ['blanks', 'syntax', 'types', 'run', 'time'] as const;
export type EarlyStage = (typeof earlyStages)[number];

/**
 * What decided a try at an exercise or a question: one of these stages; a check that broke; the check or the key of the
 * question; or, of a bet, the training, with whether the bet was placed before or after one was seen.
 */
export const attemptStages = [
  ...earlyStages,
  'broken',
  'checked',
  'before-training',
  'after-training',
] as const;
export type AttemptStage = (typeof attemptStages)[number];

/** Whether a stage comes before the check. */
export function isEarlyStage(stage: string): stage is EarlyStage {
  return earlyStages.some((early) => early === stage);
}
