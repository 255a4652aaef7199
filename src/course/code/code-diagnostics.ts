import { compileCell, findBlanks, problemText } from '../../lessons-runtime/build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Returns the error that keeps an author's TypeScript from compiling as a cell, if there is one.
 * @param source the text of the file before localization, so that line numbers are those of the file
 */
export function cellDiagnostics(source: string, file: string): readonly Diagnostic[] {
  const compiled = compileCell(source, { name: 'authored', run: 0 });
  if (compiled.ok) return [];
  const { what, advice, place } = problemText(source, compiled.problem, 'en');
  const expected = 'TypeScript that runs in a cell';
  return [{ file, ...place, expected, found: `an error: ${what.replace(/\.$/, '')}`, fix: advice }];
}

/** Checks a starter: it compiles and has at least one blank. */
export function starterDiagnostics(source: string, file: string): readonly Diagnostic[] {
  if (findBlanks(source).length > 0) return cellDiagnostics(source, file);
  const fix = 'Put one where the learner writes code.';
  return [{ file, expected: 'a blank, ____', found: 'none', fix }, ...cellDiagnostics(source, file)];
}

/** Checks a solution or a wrong answer: it compiles and has no blank. */
export function answerDiagnostics(source: string, file: string): readonly Diagnostic[] {
  const blanks = findBlanks(source).map(({ line, column }) => {
    const fix = 'Fill it in.';
    return { file, line, column, expected: 'a complete answer', found: 'a blank, ____', fix };
  });
  return [...blanks, ...cellDiagnostics(source, file)];
}
