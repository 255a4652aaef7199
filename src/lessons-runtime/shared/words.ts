import type { Language } from './language.ts';

/** Words in every language of the course. */
export type Words<Table> = Readonly<Record<Language, Table>>;

/**
 * The one shape of every table of words, in a file `…-words.ts` beside its feature:
 *
 * ```ts
 * const es = { run: 'Ejecutar', runs: (count: number) => `${count} ejecuciones` };
 * const en: typeof es = { run: 'Run', runs: (count) => `${count} runs` };
 * export const cellWords = defineWords({ es, en });
 * ```
 *
 * A language that lacks a word does not compile, and a test holds every table to having no text that is the same in two
 * languages by mistake. A script that is built for pages of one language has that language's table only.
 * @__NO_SIDE_EFFECTS__
 */
export function defineWords<Table>(tables: Words<Table>): Words<Table> {
  return tables;
}

/** Whether a table has words under a key, in whichever languages this script has. */
export function hasWords<Table extends object>(
  words: Words<Table>,
  key: string,
): key is keyof Table & string {
  return Object.values<Table>(words).some((table) => Object.hasOwn(table, key));
}
