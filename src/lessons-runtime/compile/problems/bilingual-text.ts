import type { Language } from '../../shared/language.ts';

/** What is wrong, in one sentence, and what to try. */
export type ProblemText = { readonly what: string; readonly advice: string };

/** The same text in both languages. `{name}` and the like stand for entries of the problem's `detail`. */
export type BilingualText = Readonly<Record<Language, ProblemText>>;
