/**
 * The stages of grading an exercise before its check, in order: open blanks, a syntax error, a name or an option that does not
 * exist, an error while running, a timeout. Stored in attempts as `stage`.
 */
export const earlyStages = ['blanks', 'syntax', 'types', 'run', 'time'] as const;
export type EarlyStage = (typeof earlyStages)[number];

/**
 * The stage that decided an attempt at an exercise or a question: an early stage; `broken`, a check that failed to run;
 * `checked`, the check or the question's key; for a bet `before-training` or `after-training`, by whether the learner had
 * seen a training when placing it. Stored in attempts as `stage`, since record version 3.
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
