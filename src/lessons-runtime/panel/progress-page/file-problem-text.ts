import type { FileProblem } from '../../progress/files/file-problem.ts';
import { handInFormat } from '../../progress/files/formats.ts';
import type { Language } from '../../shared/language.ts';
import { fileProblemWords } from './file-problem-words.ts';

/** Explains why a file was refused, and that nothing was changed. */
export function fileProblemText(problem: FileProblem, language: Language): string {
  return `${fileProblemReason(problem, language)} ${fileProblemWords[language].nothingChanged}`;
}

/** Explains why a file was refused, and where in the file the problem is. */
export function fileProblemReason(problem: FileProblem, language: Language): string {
  const words = fileProblemWords[language];
  switch (problem.kind) {
    case 'notJson':
      return problem.line === null ? words.notJson : words.notJsonNear(problem.line);
    case 'foreign':
      if (problem.format === handInFormat) return words.isHandIn;
      return problem.format === '' ? words.notOurs : words.foreign(problem.format);
    case 'newer':
      return words.newer(problem.version);
    case 'damaged': {
      const { where, expected, found } = problem;
      return words.damaged(where, schemaWord(expected, words), schemaWord(found, words));
    }
    case 'tooLong':
      return words.tooLong(problem.where, problem.found, problem.most);
    case 'tooBig':
      return words.tooBig(problem.most);
    case 'tooDeep':
      return words.tooDeep(problem.most);
    case 'unreadable':
      return words.unreadable;
    case 'failed':
      return words.failed(problem.message);
  }
}

function schemaWord(found: string, { schema }: (typeof fileProblemWords)[Language]): string {
  const words: Readonly<Record<string, string>> = schema;
  return Object.hasOwn(words, found) ? (words[found] ?? found) : found;
}
