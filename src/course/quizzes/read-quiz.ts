import { readYaml } from '../diagnostics/read-yaml.ts';
import { findSemanticIssues } from './quiz-issues.ts';
import { type Quiz, quizSchema } from './quiz-schema.ts';

/**
 * Reads a quiz as its author wrote it, in YAML.
 * @param file named in errors
 * @param cells those of its lesson, of which a bet names one; `null` where they are not known
 * @throws {AuthoringError} with every mistake of the file
 */
export function readQuiz(yaml: string, file: string, cells: readonly string[] | null = null): Quiz {
  return readYaml(yaml, file, quizSchema, (quiz) => findSemanticIssues(quiz, cells));
}
