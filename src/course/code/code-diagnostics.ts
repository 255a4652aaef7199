import { compileCell, findBlanks, problemText } from '../../lessons-runtime/build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Whether an author's TypeScript is none that runs in a cell. @param source as authored, so that lines are those of the file */
export function cellDiagnostics(source: string, file: string): readonly Diagnostic[] {
  const compiled = compileCell(source, { name: 'authored', run: 0 });
  if (compiled.ok) return [];
  const { line, column } = compiled.problem;
  const { what, advice } = problemText(compiled.problem, 'en');
  const expected = 'TypeScript that runs in a cell';
  return [{ file, line, column, expected, found: `this: ${what.replace(/\.$/, '')}`, fix: advice }];
}

/** A starter leaves something to fill in. */
export function starterDiagnostics(source: string, file: string): readonly Diagnostic[] {
  if (findBlanks(source).length > 0) return cellDiagnostics(source, file);
  const fix = 'Put one where the learner is to write.';
  return [{ file, expected: 'a blank, ____', found: 'none', fix }, ...cellDiagnostics(source, file)];
}

/** A solution, or a wrong answer, is whole. */
export function answerDiagnostics(source: string, file: string): readonly Diagnostic[] {
  const blanks = findBlanks(source).map(({ line, column }) => {
    const fix = 'Write there what the answer has.';
    return { file, line, column, expected: 'a whole answer', found: 'a blank, ____', fix };
  });
  return [...blanks, ...cellDiagnostics(source, file)];
}
