import { answerDiagnostics, cellDiagnostics, starterDiagnostics } from '../code/code-diagnostics.ts';
import { collectDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkDiagnostics } from './check-diagnostics.ts';
import { parseFeedback } from './exercise-feedback.ts';
import { readCheck } from './read-check.ts';

const requiredFiles = ['starter.ts', 'solution.ts', 'check.ts', 'feedback.yaml'];

/**
 * Checks an exercise: which files it has, its code, its feedback, and whether these agree.
 * @param folder the exercise's folder, named in diagnostics
 * @param files contents of its files, by path within the folder
 * @param cells ids of the lesson's cells
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
  const missing = requiredFiles
    .filter((name) => !names.includes(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      expected: 'this file in each exercise',
      found: `only ${names.join(', ')}`,
      fix: 'Write it, as docs/exercises.md shows.',
    }));
  const unknown = names
    .filter((name) => !requiredFiles.includes(name) && !wrong.includes(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      expected: `only ${requiredFiles.join(', ')} and wrong/<name>.ts`,
      found: 'another file',
      fix: 'Correct its name, or remove it.',
    }));
  if (wrong.length >= 2) return [...missing, ...unknown];
  const tooFew = {
    file: `${folder}/wrong`,
    expected: 'at least two wrong answers, one for each typical mistake',
    found: wrong.join(', ') || 'none',
    fix: 'Write each as wrong/<name>.ts; the check must answer it with the message <name>.',
  };
  return [...missing, ...unknown, tooFew];
}

/** Checks that each wrong answer is named for a message that the check gives. */
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
      fix: 'Name it after the message that it should get, or give that message in check.ts.',
    }));
}
