/** One of ImageNet's 1000 classes: its WordNet id, and its name in each language. */
export type ImageNetLabel = {
  readonly wnid: string;
  readonly en: string;
  readonly es: string;
};

const header = 'wnid\ten\tes';
const classCount = 1000;
const wnidPattern = /^n\d{8}$/;

function parseRow(row: string, line: number): ImageNetLabel {
  const [wnid, en, es, ...rest] = row.split('\t');
  if (wnid === undefined || en === undefined || es === undefined || rest.length > 0) {
    throw new Error(
      `line ${line}: expected three columns (${header.replaceAll('\t', ', ')}), found "${row}"`,
    );
  }
  if (!wnidPattern.test(wnid)) {
    throw new Error(`line ${line}: "${wnid}" is not a WordNet id such as n02123045`);
  }
  for (const name of [en, es]) {
    if (name === '' || name !== name.trim() || name !== name.normalize('NFC')) {
      throw new Error(`line ${line}: "${name}" is empty, has blanks around it, or is not in normal form C`);
    }
  }
  return { wnid, en, es };
}

/**
 * Reads labels.tsv: a header, then one class a line, in the order of the network's outputs (sorted by wnid).
 *
 * @param text The file's text.
 * @returns The 1000 labels; a label's position is its class index.
 * @throws When a line is malformed, the order is wrong, a name occurs twice in a language (two bars of a chart
 *   could not be told apart), or there are not exactly 1000.
 */
export function parseLabels(text: string): ImageNetLabel[] {
  const [first, ...rows] = text.replace(/\n$/, '').split('\n');
  if (first !== header) {
    throw new Error(`line 1: expected the header "${header}", found "${first ?? ''}"`);
  }
  const labels = rows.map((row, position) => parseRow(row, position + 2));
  const seen = { en: new Map<string, number>(), es: new Map<string, number>() };
  for (const [index, label] of labels.entries()) {
    const before = labels[index - 1];
    if (before !== undefined && before.wnid >= label.wnid) {
      throw new Error(`line ${index + 2}: ${label.wnid} must come before ${before.wnid}`);
    }
    for (const language of ['en', 'es'] as const) {
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
