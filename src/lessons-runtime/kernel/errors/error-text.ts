/** The message and the advice for an error, in the page's language. */
export interface ErrorWords {
  /** `null` to show the original message of the engine or of TensorFlow.js, which is in English. */
  readonly what: string | null;
  readonly advice: string;
}

/** The match of a pattern with an error's message: the matched text, then the groups. */
export type Match = readonly (string | undefined)[];

/** The cell that declares, or declared last, the name in the first group of the match. */
export type Owner = string | undefined;
