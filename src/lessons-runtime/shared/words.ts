import type { Language } from './language.ts';

/** A table of texts for each language of the course. */
export type Words<Table> = Readonly<Record<Language, Table>>;

/**
 * Defines the texts of a feature. Every table of texts has this form, in a file `…-words.ts` beside its feature:
 *
 * ```ts
 * const es = { run: 'Ejecutar', runs: (count: number) => `${count} ejecuciones` };
 * const en: typeof es = { run: 'Run', runs: (count) => `${count} runs` };
 * export const cellWords = defineWords({ es, en });
 * ```
 *
 * A table that lacks a text does not compile, and a test rejects texts that are the same in two languages by mistake. A script
 * that is built for pages of one language contains the table of that language only.
 * @__NO_SIDE_EFFECTS__
 */
export function defineWords<Table>(tables: Words<Table>): Words<Table> {
  return tables;
}

/** Whether the tables have a text under a key, in any of the languages that this script contains. */
export function hasWords<Table extends object>(
  words: Words<Table>,
  key: string,
): key is keyof Table & string {
  return Object.values<Table>(words).some((table) => Object.hasOwn(table, key));
}
