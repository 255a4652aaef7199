import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReadCheck } from './read-check.ts';

/**
 * Checks that the cells and messages which a check names exist.
 * @param cells ids of the lesson's cells
 * @param written names of the messages in feedback.yaml; `null` if it cannot be read
 */
export function checkDiagnostics(
  { isDefined, needs, messages, unreadable }: ReadCheck,
  file: string,
  cells: readonly string[],
  written: readonly string[] | null,
): readonly Diagnostic[] {
  if (!isDefined) {
    const fix = 'Write the check in it, as docs/exercises.md shows.';
    return [{ file, expected: 'check.define({ … })', found: 'no such call', fix }];
  }
  const computed = unreadable.map(({ name, line }) => ({
    file,
    line,
    expected: 'a name as a string literal, or a choice of string literals',
    found: name,
    fix: 'Write the name there: the build looks it up.',
  }));
  const missingCells = needs
    .filter(({ name }) => !cells.includes(name))
    .map(({ name, line }) => ({
      file,
      line,
      field: 'needs',
      expected: `a cell of this lesson: ${cells.join(', ') || 'it has none'}`,
      found: name,
      fix: 'Correct its name, or write the cell.',
    }));
  const missingMessages = messages
    .filter(({ name }) => written !== null && !written.includes(name))
    .map(({ name, line }) => ({
      file,
      line,
      expected: `a message that feedback.yaml has: ${written?.join(', ')}`,
      found: name,
      fix: 'Write that message, or correct its name.',
    }));
  return [...computed, ...missingCells, ...missingMessages];
}
