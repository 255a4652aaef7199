/** What went wrong, and what to try, in the page's language: two sentences that a learner reads one after the other. */
export interface Advice {
  readonly what: string;
  readonly advice: string;
}
