import type { Fault } from '../faults/fault.ts';
import { compileCell } from '../lessons-runtime/compile/compile-cell.ts';
import { problemText } from '../lessons-runtime/compile/problem-text.ts';
import { findBlanks } from '../lessons-runtime/grading/find-blanks.ts';

/** Whether an author's TypeScript is none that runs in a cell. @param source as authored, so that lines are those of the file */
export function cellFaults(source: string, file: string): readonly Fault[] {
  const compiled = compileCell(source, { name: 'authored', run: 0 });
  if (compiled.ok) return [];
  const { line, column } = compiled.problem;
  const { what, advice } = problemText(compiled.problem, 'en');
  const expected = 'TypeScript that runs in a cell';
  return [{ file, line, column, expected, found: `this: ${what.replace(/\.$/, '')}`, fix: advice }];
}

/** A starter leaves something to fill in. */
export function starterFaults(source: string, file: string): readonly Fault[] {
  if (findBlanks(source).length > 0) return cellFaults(source, file);
  const fix = 'Put one where the learner is to write.';
  return [{ file, expected: 'a blank, ____', found: 'none', fix }, ...cellFaults(source, file)];
}

/** A solution, or a wrong answer, is whole. */
export function answerFaults(source: string, file: string): readonly Fault[] {
  const blanks = findBlanks(source).map(({ line, column }) => {
    const fix = 'Write there what the answer has.';
    return { file, line, column, expected: 'a whole answer', found: 'a blank, ____', fix };
  });
  return [...blanks, ...cellFaults(source, file)];
}
