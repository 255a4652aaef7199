import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReadCheck } from './read-check.ts';

/**
 * What is wrong with a check beside the rest of its lesson.
 * @param cells those of the lesson
 * @param written the messages that feedback.yaml has; `null` where it cannot be read
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
  const strange = unreadable.map(({ name, line }) => ({
    file,
    line,
    expected: 'a name written out in quotation marks, or a choice of such names',
    found: name,
    fix: 'Write the name there: the build looks it up.',
  }));
  const lacking = needs
    .filter(({ name }) => !cells.includes(name))
    .map(({ name, line }) => ({
      file,
      line,
      field: 'needs',
      expected: `a cell of this lesson: ${cells.join(', ') || 'it has none'}`,
      found: name,
      fix: 'Correct its name, or write the cell.',
    }));
  const unwritten = messages
    .filter(({ name }) => written !== null && !written.includes(name))
    .map(({ name, line }) => ({
      file,
      line,
      expected: `a message that feedback.yaml has: ${written?.join(', ')}`,
      found: name,
      fix: 'Write that message, or correct its name.',
    }));
  return [...strange, ...lacking, ...unwritten];
}
