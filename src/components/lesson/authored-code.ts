import { compileCell } from '../../lessons-runtime/compile/compile-cell.ts';
import { problemText } from '../../lessons-runtime/compile/problem-text.ts';
import { findBlanks } from '../../lessons-runtime/grading/find-blanks.ts';

/** An author's code that cannot be used. Its message says where, what was expected, what was found, how to mend it. */
export class AuthoredCodeError extends Error {
  override readonly name = 'AuthoredCodeError';
}

/**
 * Ends the build where an author's TypeScript is none that runs in a cell.
 * @param source as authored, so that lines are those of the file
 * @throws {AuthoredCodeError}
 */
export function expectCell(source: string, file: string): void {
  const compiled = compileCell(source, { name: 'authored', run: 0 });
  if (compiled.ok) return;
  const { line, column } = compiled.problem;
  const { what, advice } = problemText(compiled.problem, 'en');
  throw new AuthoredCodeError(
    `${file}:${line}:${column}: expected TypeScript that runs in a cell; found: ${what} ${advice}`,
  );
}

/** @throws {AuthoredCodeError} where a starter leaves nothing to fill in, or is no code around its blanks */
export function expectStarter(source: string, file: string): void {
  expectCell(source, file);
  if (findBlanks(source).length > 0) return;
  throw new AuthoredCodeError(
    `${file}: expected a blank, ____; found none. Put one where the learner is to write.`,
  );
}

/** @throws {AuthoredCodeError} where a solution has a blank left, or does not compile */
export function expectSolution(source: string, file: string): void {
  expectCell(source, file);
  const [blank] = findBlanks(source);
  if (blank === undefined) return;
  throw new AuthoredCodeError(
    `${file}:${blank.line}:${blank.column}: expected a whole answer; found a blank, ____. Write there what is right.`,
  );
}

/** @throws {AuthoredCodeError} where a check does not compile, defines nothing, or gives a message that is not written */
export function expectCheck(source: string, file: string, messages: readonly string[]): void {
  expectCell(source, file);
  if (!/^check\.define\(/m.test(source)) {
    throw new AuthoredCodeError(
      `${file}: expected check.define({ … }); found no such call. Write the check in it, as CONTRIBUTING.md shows.`,
    );
  }
  for (const [, name = ''] of source.matchAll(/\bcheck\.wrong\(\s*'([^']*)'/g)) {
    if (messages.includes(name)) continue;
    throw new AuthoredCodeError(
      `${file}: expected messages that feedback.yaml has (${messages.join(', ')}); found check.wrong('${name}'). Write that message, or correct its name.`,
    );
  }
}
