import { answerDiagnostics, cellDiagnostics, starterDiagnostics } from '../code/code-diagnostics.ts';
import { collectDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkDiagnostics } from './check-diagnostics.ts';
import { parseFeedback } from './exercise-feedback.ts';
import { readCheck } from './read-check.ts';

const needed = ['starter.ts', 'solution.ts', 'check.ts', 'feedback.yaml'];

/**
 * What is wrong with an exercise, seen whole: its files, its code, its words, and whether they fit.
 * @param folder named in faults
 * @param files its texts by their path within the folder
 * @param cells those of its lesson
 */
export function exerciseDiagnostics(
  folder: string,
  files: ReadonlyMap<string, string>,
  cells: readonly string[],
): readonly Diagnostic[] {
  const inspect = (name: string, diagnose: (text: string, file: string) => readonly Diagnostic[]) => {
    const text = files.get(name);
    return text === undefined ? [] : diagnose(text, `${folder}/${name}`);
  };
  const wrong = [...files.keys()].filter((name) => /^wrong\/[^/]+\.ts$/.test(name));
  const source = files.get('check.ts') ?? '';
  const check = readCheck(source);
  const given =
    check.isDefined && check.unreadable.length === 0 ? check.messages.map(({ name }) => name) : null;
  const feedback = collectDiagnostics(() => parseFeedback(files.get('feedback.yaml') ?? '', ''));
  const written = feedback.value === null ? null : Object.keys(feedback.value.messages);
  return [
    ...fileDiagnostics(folder, [...files.keys()], wrong),
    ...inspect('starter.ts', starterDiagnostics),
    ...inspect('solution.ts', answerDiagnostics),
    ...wrong.flatMap((name) => inspect(name, answerDiagnostics)),
    ...inspect('check.ts', (_, file) => {
      const diagnostics = cellDiagnostics(source, file);
      return diagnostics.length > 0 ? diagnostics : checkDiagnostics(check, file, cells, written);
    }),
    ...inspect(
      'feedback.yaml',
      (text, file) => collectDiagnostics(() => parseFeedback(text, file, given)).diagnostics,
    ),
    ...(given === null ? [] : wrongAnswerDiagnostics(folder, wrong, [...new Set(given)])),
  ];
}

function fileDiagnostics(
  folder: string,
  names: readonly string[],
  wrong: readonly string[],
): readonly Diagnostic[] {
  const missing = needed
    .filter((name) => !names.includes(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      expected: 'this file in each exercise',
      found: `only ${names.join(', ')}`,
      fix: 'Write it, as docs/exercises.md shows.',
    }));
  const unknown = names
    .filter((name) => !needed.includes(name) && !wrong.includes(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      expected: `only ${needed.join(', ')} and wrong/<name>.ts`,
      found: 'another file',
      fix: 'Correct its name, or take it out.',
    }));
  if (wrong.length >= 2) return [...missing, ...unknown];
  const few = {
    file: `${folder}/wrong`,
    expected: 'two wrong answers or more, one for each mistake that learners make',
    found: wrong.join(', ') || 'none',
    fix: 'Write each as wrong/<name>.ts; the check gives it the message <name>.',
  };
  return [...missing, ...unknown, few];
}

/** Each wrong answer has the name of the message that it is to get. */
function wrongAnswerDiagnostics(
  folder: string,
  wrong: readonly string[],
  given: readonly string[],
): readonly Diagnostic[] {
  return wrong
    .map((file) => ({ file, name: file.slice('wrong/'.length, -'.ts'.length) }))
    .filter(({ name }) => !given.includes(name))
    .map(({ file, name }) => ({
      file: `${folder}/${file}`,
      expected: `the name of a message that check.ts gives: ${given.join(', ')}`,
      found: name,
      fix: 'Name it by the message that it is to get, or give that message in check.ts.',
    }));
}
