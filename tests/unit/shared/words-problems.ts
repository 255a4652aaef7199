import { languages } from '../../../src/lessons-runtime/shared/language.ts';
import type { Words } from '../../../src/lessons-runtime/shared/words.ts';

/** Returns the problems of a table of words, one line each: missing texts, empty or untrimmed texts, untranslated texts. */
export function wordsProblems(
  tables: Words<unknown>,
  intentionallySame: ReadonlySet<string>,
): readonly string[] {
  const leaves = languages.map((language) => ({ language, found: new Map(leavesOf(tables[language])) }));
  const paths = new Set(leaves.flatMap(({ found }) => [...found.keys()]));
  return [...paths].flatMap((path) => {
    const missing = leaves.filter(({ found }) => !found.has(path)).map(({ language }) => language);
    if (missing.length > 0) return [`${path} is missing in ${missing.join(', ')}`];
    const texts = leaves.map(({ language, found }) => ({ language, text: textOf(found.get(path)) }));
    const invalid = texts.filter(({ text }) => text === null || text === '' || text !== text.trim());
    if (invalid.length > 0) return invalid.map(({ language }) => `${path} is no text in ${language}`);
    const same = texts.find(({ text }, index) => texts.findIndex((each) => each.text === text) < index);
    return same === undefined || intentionallySame.has(same.text ?? '')
      ? []
      : [`${path} is the same in ${same.language} as in another language: ${same.text}`];
  });
}

function leavesOf(node: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([name, inner]) =>
    leavesOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** Returns a text, or the source of a function with the names of formats replaced, so that only translations differ. */
function textOf(leaf: unknown): string | null {
  if (typeof leaf === 'string') return leaf;
  if (typeof leaf !== 'function') return null;
  return String(leaf)
    .replaceAll(/\b(?:spanish|english)\b/g, 'format')
    .replaceAll(/\s+/g, ' ');
}
