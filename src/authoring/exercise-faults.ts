import { attempt, type Fault } from '../faults/fault.ts';
import { answerFaults, cellFaults, starterFaults } from './authored-code.ts';
import { checkFaults } from './check-faults.ts';
import { parseFeedback } from './exercise-feedback.ts';
import { readCheck } from './read-check.ts';

const needed = ['starter.ts', 'solution.ts', 'check.ts', 'feedback.yaml'];

/**
 * What is wrong with an exercise, seen whole: its files, its code, its words, and whether they fit.
 * @param folder named in faults
 * @param files its texts by their path within the folder
 * @param cells those of its lesson
 */
export function exerciseFaults(
  folder: string,
  files: ReadonlyMap<string, string>,
  cells: readonly string[],
): readonly Fault[] {
  const looked = (name: string, look: (text: string, file: string) => readonly Fault[]) => {
    const text = files.get(name);
    return text === undefined ? [] : look(text, `${folder}/${name}`);
  };
  const wrong = [...files.keys()].filter((name) => /^wrong\/[^/]+\.ts$/.test(name));
  const source = files.get('check.ts') ?? '';
  const check = readCheck(source);
  const given =
    check.isDefined && check.unreadable.length === 0 ? check.messages.map(({ name }) => name) : null;
  const feedback = attempt(() => parseFeedback(files.get('feedback.yaml') ?? '', ''));
  const written = feedback.value === null ? null : Object.keys(feedback.value.messages);
  return [
    ...ofFiles(folder, [...files.keys()], wrong),
    ...looked('starter.ts', starterFaults),
    ...looked('solution.ts', answerFaults),
    ...wrong.flatMap((name) => looked(name, answerFaults)),
    ...looked('check.ts', (_, file) => {
      const faults = cellFaults(source, file);
      return faults.length > 0 ? faults : checkFaults(check, file, cells, written);
    }),
    ...looked('feedback.yaml', (text, file) => attempt(() => parseFeedback(text, file, given)).faults),
    ...(given === null ? [] : ofWrong(folder, wrong, [...new Set(given)])),
  ];
}

function ofFiles(folder: string, names: readonly string[], wrong: readonly string[]): readonly Fault[] {
  const lacking = needed
    .filter((name) => !names.includes(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      expected: 'this file in each exercise',
      found: `only ${names.join(', ')}`,
      fix: 'Write it, as CONTRIBUTING.md shows.',
    }));
  const strange = names
    .filter((name) => !needed.includes(name) && !wrong.includes(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      expected: `only ${needed.join(', ')} and wrong/<name>.ts`,
      found: 'another file',
      fix: 'Correct its name, or take it out.',
    }));
  if (wrong.length >= 2) return [...lacking, ...strange];
  const few = {
    file: `${folder}/wrong`,
    expected: 'two wrong answers or more, one for each mistake that learners make',
    found: wrong.join(', ') || 'none',
    fix: 'Write each as wrong/<name>.ts; the check gives it the message <name>.',
  };
  return [...lacking, ...strange, few];
}

/** Each wrong answer has the name of the message that it is to get. */
function ofWrong(folder: string, wrong: readonly string[], given: readonly string[]): readonly Fault[] {
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
