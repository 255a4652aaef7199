import { inEachLanguage, type Language, languages } from '../../lessons-runtime/shared/language.ts';
import { withoutSliders } from './read-sliders.ts';

/** A comment for one language: `// es: …`, or `# es: …` in Python. */
const tagged = new RegExp(`(//|#) (${languages.join('|')}): ?`);
const beforeTag = new RegExp(`\\s*(?=(?://|#) (?:${languages.join('|')}):)`);

const example = languages.map((language) => `"// ${language}: …"`).join(' then ');

/** Thrown for code with a comment that is missing in a language. */
export class UnpairedCommentError extends Error {
  override readonly name = 'UnpairedCommentError';
  constructor(file: string, line: number, found: string) {
    super(
      `${file}:${line}: expected a comment in both languages, one after the other (${example}); found only: ${found.trim()}`,
    );
  }
}

/**
 * Returns code with its comments in one language, and without the marks of its sliders.
 * A comment on a line of its own is followed by its translation on the next line, so line numbers are equal in both
 * languages; a comment after code is followed by its translation on the same line.
 *
 * @param source the code as written, with comments in both languages
 * @param file named in errors
 * @throws {UnpairedCommentError} if a comment is missing in a language
 */
export function localizeCode(source: string, language: Language, file: string): string {
  const kept: string[] = [];
  const lines = source.replace(/\s+$/, '').split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = withoutSliders(lines[index] ?? '');
    const first = tagged.exec(line);
    if (first === null) {
      kept.push(line);
      continue;
    }
    const number = index + 1;
    const before = line.slice(0, first.index);
    const rest = line.slice(first.index);
    const pieces = rest.split(beforeTag);
    const nextLine = pieces.length === 1 ? lines[++index] : undefined;
    const words = parsePair(nextLine === undefined ? pieces : [rest, nextLine.trimStart()]);
    if (words === null || (nextLine !== undefined && nextLine.search(tagged) !== before.length)) {
      throw new UnpairedCommentError(file, number, line);
    }
    kept.push(`${before}${first[1]} ${words[language]}`);
  }
  return kept.join('\n');
}

/** Returns the text of each language, or `null` unless the pieces are one comment per language, in the order of `languages`. */
function parsePair(pieces: readonly string[]): Readonly<Record<Language, string>> | null {
  const comments = pieces.map((piece) => {
    const tag = tagged.exec(piece);
    return tag?.index === 0 ? { language: tag[2], words: piece.slice(tag[0].length).trimEnd() } : null;
  });
  const isComplete =
    comments.length === languages.length && comments.every((each, at) => each?.language === languages[at]);
  return isComplete ? inEachLanguage((language) => comments[languages.indexOf(language)]?.words ?? '') : null;
}
