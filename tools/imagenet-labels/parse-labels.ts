import {
  inEachLanguage,
  isLanguage,
  type Language,
  languages,
} from '../../src/lessons-runtime/shared/language.ts';

/** One of ImageNet's 1000 classes: its WordNet id, and its name in each language. */
export type ImageNetLabel = Readonly<Record<'wnid' | Language, string>>;

const classCount = 1000;
const wnidPattern = /^n\d{8}$/;

function parseHeader(header: string): readonly Language[] {
  const [wnid, ...columns] = header.split('\t');
  const named = columns.filter(isLanguage);
  if (wnid !== 'wnid' || named.length !== columns.length || new Set(named).size !== languages.length) {
    throw new Error(`line 1: expected the header wnid and ${languages.join(', ')}, found "${header}"`);
  }
  return named;
}

/** @param columns the languages of the columns after the id, in their order, which is that of the label's fields */
function parseRow(row: string, line: number, columns: readonly Language[]): ImageNetLabel {
  const [wnid = '', ...names] = row.split('\t');
  if (names.length !== columns.length) {
    throw new Error(`line ${line}: expected the columns wnid, ${columns.join(', ')}, found "${row}"`);
  }
  if (!wnidPattern.test(wnid)) {
    throw new Error(`line ${line}: "${wnid}" is not a WordNet id such as n02123045`);
  }
  for (const name of names) {
    if (name === '' || name !== name.trim() || name !== name.normalize('NFC')) {
      throw new Error(`line ${line}: "${name}" is empty, has blanks around it, or is not in normal form C`);
    }
  }
  const byLanguage = Object.fromEntries(columns.map((language, at) => [language, names[at] ?? '']));
  return { wnid, ...(byLanguage as Record<Language, string>) };
}

/**
 * Parses labels.tsv: a header, then one class per line, in the order of the network's outputs (sorted by wnid).
 *
 * @param text The file's text.
 * @returns The 1000 labels; a label's position is its class index.
 * @throws Error if a line is malformed, the order is wrong, a name occurs twice in a language (two bars of a chart
 *   would have the same name), or there are not exactly 1000 classes.
 */
export function parseLabels(text: string): ImageNetLabel[] {
  const [header = '', ...rows] = text.replace(/\n$/, '').split('\n');
  const columns = parseHeader(header);
  const labels = rows.map((row, position) => parseRow(row, position + 2, columns));
  const seen = inEachLanguage(() => new Map<string, number>());
  for (const [index, label] of labels.entries()) {
    const before = labels[index - 1];
    if (before !== undefined && before.wnid >= label.wnid) {
      throw new Error(`line ${index + 2}: ${label.wnid} must come before ${before.wnid}`);
    }
    for (const language of languages) {
      const name = label[language].toLowerCase();
      const earlier = seen[language].get(name);
      if (earlier !== undefined) {
        throw new Error(`line ${index + 2}: "${name}" (${language}) is already on line ${earlier + 2}`);
      }
      seen[language].set(name, index);
    }
  }
  if (labels.length !== classCount) {
    throw new Error(`expected ${classCount} classes, found ${labels.length}`);
  }
  return labels;
}
