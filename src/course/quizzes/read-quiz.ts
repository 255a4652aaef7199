import { readYaml } from '../diagnostics/read-yaml.ts';
import { findSemanticIssues } from './quiz-issues.ts';
import { type Quiz, quizSchema } from './quiz-schema.ts';

/**
 * Parses a quiz's YAML.
 * @param file named in errors
 * @param cells ids of the lesson's cells, one of which a `curve` question names; `null` if unknown
 * @throws {AuthoringError} with all mistakes in the file
 */
export function readQuiz(yaml: string, file: string, cells: readonly string[] | null = null): Quiz {
  return readYaml(yaml, file, quizSchema, (quiz) => findSemanticIssues(quiz, cells));
}
