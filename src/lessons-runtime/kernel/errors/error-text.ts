/** What happened and what to try, in the page's language. */
export interface ErrorWords {
  /** `null` where the engine's or TensorFlow.js's own words stand, which are English. */
  readonly what: string | null;
  readonly advice: string;
}

/** What a pattern found in an error's message: all of it, then its groups. */
export type Match = readonly (string | undefined)[];

/** The cell whose name it is or was that the match's first group has. */
export type Owner = string | undefined;
