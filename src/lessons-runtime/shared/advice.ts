/** A message for the learner in the page's language: what went wrong, and what to try. Both are shown together. */
export interface Advice {
  readonly what: string;
  readonly advice: string;
}
