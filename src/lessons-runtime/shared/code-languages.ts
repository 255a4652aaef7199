/** The languages in which a cell can show its code. Only TypeScript runs. */
export const codeLanguages = ['TypeScript', 'Keras'] as const;

export type CodeLanguage = (typeof codeLanguages)[number];
