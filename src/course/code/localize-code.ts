import { inEachLanguage, type Language, languages } from '../../lessons-runtime/shared/language.ts';

/** A comment written for one language: `// es: …`, or `# es: …` in a Python twin. */
const tagged = new RegExp(`(//|#) (${languages.join('|')}): ?`);
const beforeTag = new RegExp(`\\s*(?=(?://|#) (?:${languages.join('|')}):)`);

/** A cell's source whose language comments do not come in pairs. */
export class UnpairedCommentError extends Error {
  override readonly name = 'UnpairedCommentError';
  constructor(file: string, line: number, found: string) {
    super(
      `${file}:${line}: expected a comment in both languages, one after the other ("// es: …" then "// en: …"); found only: ${found.trim()}`,
    );
  }
}

/**
 * One source for both languages: keeps the comments of `language` and drops the other's.
 * Full lines come in adjacent pairs, so line numbers are equal in both languages; at the end of a line both stand on it.
 *
 * @param source the authored code
 * @param file named in errors
 * @throws {UnpairedCommentError} where a comment has no twin
 */
export function localizeCode(source: string, language: Language, file: string): string {
  const kept: string[] = [];
  const lines = source.replace(/\s+$/, '').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const first = tagged.exec(line);
    if (first === null) {
      kept.push(line);
      continue;
    }
    const number = index + 1;
    const before = line.slice(0, first.index);
    const rest = line.slice(first.index);
    const pieces = rest.split(beforeTag);
    const twin = pieces.length === 1 ? lines[++index] : undefined;
    const words = readPair(twin === undefined ? pieces : [rest, twin.trimStart()]);
    if (words === null || (twin !== undefined && twin.search(tagged) !== before.length)) {
      throw new UnpairedCommentError(file, number, line);
    }
    kept.push(`${before}${first[1]} ${words[language]}`);
  }
  return kept.join('\n');
}

/** The words of each language, which come in the order of the languages; `null` where they do not. */
function readPair(pieces: readonly string[]): Readonly<Record<Language, string>> | null {
  const said = pieces.map((piece) => {
    const tag = tagged.exec(piece);
    return tag?.index === 0 ? { language: tag[2], words: piece.slice(tag[0].length).trimEnd() } : null;
  });
  const isWhole =
    said.length === languages.length && said.every((each, at) => each?.language === languages[at]);
  return isWhole ? inEachLanguage((language) => said[languages.indexOf(language)]?.words ?? '') : null;
}
