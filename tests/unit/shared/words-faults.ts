import { languages } from '../../../src/lessons-runtime/shared/language.ts';
import type { Words } from '../../../src/lessons-runtime/shared/words.ts';

/** What is wrong with a table of words, a line for each: what one language lacks, what says nothing, what was not translated. */
export function wordsFaults(tables: Words<unknown>, sameOnPurpose: ReadonlySet<string>): readonly string[] {
  const leaves = languages.map((language) => ({ language, found: new Map(leavesOf(tables[language])) }));
  const paths = new Set(leaves.flatMap(({ found }) => [...found.keys()]));
  return [...paths].flatMap((path) => {
    const lacking = leaves.filter(({ found }) => !found.has(path)).map(({ language }) => language);
    if (lacking.length > 0) return [`${path} is missing in ${lacking.join(', ')}`];
    const texts = leaves.map(({ language, found }) => ({ language, text: textOf(found.get(path)) }));
    const silent = texts.filter(({ text }) => text === null || text === '' || text !== text.trim());
    if (silent.length > 0) return silent.map(({ language }) => `${path} is no text in ${language}`);
    const same = texts.find(({ text }, place) => texts.findIndex((each) => each.text === text) < place);
    return same === undefined || sameOnPurpose.has(same.text ?? '')
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

/** Of a function what it says in any case, as its code has it; whose formats it uses makes no difference. */
function textOf(leaf: unknown): string | null {
  if (typeof leaf === 'string') return leaf;
  if (typeof leaf !== 'function') return null;
  return String(leaf)
    .replaceAll(/\b(?:spanish|english)\b/g, 'format')
    .replaceAll(/\s+/g, ' ');
}
