import { codeTokens } from '../../lesson/code-tokens.ts';
import { answerOf } from '../record/item-outcome.ts';
import type { VerifiedHandIn } from './hand-in-file.ts';

/** What two hand-ins have in common that they should not have. */
export interface Similarity {
  /**
   * `file`: one and the same file. `tries`: `count` tries made at the same millisecond under another name: copied.
   * `code`: in `count` exercises the same code, with much in it that hardly anyone else writes.
   */
  readonly kind: 'file' | 'tries' | 'code';
  readonly name: string;
  readonly count: number;
}

/** The tokens of each exercise's solution, by `<lesson>/exercise/<id>`. */
export type SolutionTokens = ReadonlyMap<string, ReadonlySet<string>>;

/** What more students write than these is how one writes it, and no sign of anything. */
const mostAlike = 3;

/** In a class that answers at the same time, one try at the same millisecond is chance. */
const fewestTries = 2;

/**
 * How much of its own the same code of an exercise has to have: two names that someone made up, and something more. A step
 * of the solution turned round or put another way has up to 3, a loop with a name for its sum in its place 5.
 */
const fewestOwn = 7;

interface Facts {
  readonly name: string;
  readonly student: string;
  readonly digest: string;
  /** Each with whether it came in by import. */
  readonly tries: ReadonlyMap<string, boolean>;
  /** The tokens of each solved exercise. */
  readonly code: ReadonlyMap<string, readonly string[]>;
}

/**
 * What each hand-in has in common with the others. The same code counts by what in it is neither in the solution nor in
 * the code of more than three students; an exercise whose solution is not known does not count.
 */
export function findSimilarities(
  handIns: readonly VerifiedHandIn[],
  solutions: SolutionTokens,
): readonly (readonly Similarity[])[] {
  const facts = handIns.map(factsOf);
  const common = commonTokens(facts, solutions);
  const sameFile = places(facts.map(({ digest }) => [digest]));
  const handedOut = handedOutTries(facts);
  const sameTries = places(facts.map(({ tries }) => [...tries.keys()].filter((key) => !handedOut.has(key))));
  const codes = facts.map(({ code }) => ownCode(code, common));
  const sameCode = places(codes);

  return facts.map((own, place): readonly Similarity[] => {
    const others = (found: ReadonlyMap<string, readonly number[]>, key: string) =>
      (found.get(key) ?? []).flatMap((other) => {
        const fact = facts[other];
        return other === place || fact === undefined ? [] : [{ other, fact }];
      });
    const copies = others(sameFile, own.digest);
    const isCopy = new Set(copies.map(({ other }) => other));
    /** What is shared under each key, by the other hand-in. */
    const shared = (found: ReadonlyMap<string, readonly number[]>, keys: Iterable<string>) => {
      const byOther = new Map<number, { readonly name: string; readonly keys: string[] }>();
      for (const key of keys) {
        for (const { other, fact } of others(found, key)) {
          // A student may hand in twice.
          if (isCopy.has(other) || fact.student === own.student) continue;
          const entry = byOther.get(other) ?? { name: fact.name, keys: [] };
          entry.keys.push(key);
          byOther.set(other, entry);
        }
      }
      return byOther;
    };
    const tries = [...shared(sameTries, own.tries.keys())].filter(
      ([, { keys }]) => keys.length >= fewestTries,
    );
    const isTaken = new Set(tries.map(([other]) => other));
    const code = [...shared(sameCode, codes[place] ?? [])].filter(([other]) => !isTaken.has(other));
    const found: readonly Similarity[] = [
      ...copies.map(({ fact }): Similarity => ({ kind: 'file', name: fact.name, count: 1 })),
      ...tries.map(([, { name, keys }]): Similarity => ({ kind: 'tries', name, count: keys.length })),
      ...code.map(([, { name, keys }]): Similarity => ({ kind: 'code', name, count: keys.length })),
    ];
    // Of one who is here twice it is said once.
    return [...new Map(found.map((similarity) => [JSON.stringify(similarity), similarity])).values()];
  });
}

function factsOf({ name, digest, record }: VerifiedHandIn): Facts {
  const code = record.items.flatMap((item) => {
    const isSolved = item.attempts.some(({ verdict }) => verdict === 'correct');
    if (!isSolved || !item.item.startsWith('exercise/')) return [];
    return [[`${item.lesson}/${item.item}`, codeTokens(answerOf(item) ?? '')] as const];
  });
  const tries = record.items.flatMap(({ lesson, item, attempts }) =>
    attempts.map(
      ({ at, answer, imported }) =>
        [JSON.stringify([lesson, item, at, answer]), imported !== undefined] as const,
    ),
  );
  return {
    name,
    student: name.normalize('NFC').trim().toLowerCase(),
    digest,
    tries: new Map(tries),
    code: new Map(code),
  };
}

/** Tries that more than `mostAlike` students imported, as from a file that their teacher gave them: that is told as it is. */
function handedOutTries(facts: readonly Facts[]): ReadonlySet<string> {
  const importers = new Map<string, Set<string>>();
  for (const { student, tries } of facts) {
    for (const [key, isImported] of tries) {
      if (isImported) importers.set(key, (importers.get(key) ?? new Set()).add(student));
    }
  }
  return new Set([...importers].flatMap(([key, { size }]) => (size > mostAlike ? [key] : [])));
}

/** Of each exercise the tokens that tell nothing: those of its solution, and what more than `mostAlike` students write. */
function commonTokens(facts: readonly Facts[], solutions: SolutionTokens): SolutionTokens {
  const users = new Map<string, Map<string, Set<string>>>();
  for (const { student, code } of facts) {
    for (const [exercise, tokens] of code) {
      const ofExercise = users.get(exercise) ?? new Map<string, Set<string>>();
      users.set(exercise, ofExercise);
      for (const token of tokens) {
        const ofToken = ofExercise.get(token) ?? new Set();
        ofExercise.set(token, ofToken.add(student));
      }
    }
  }
  return new Map(
    [...solutions].map(([exercise, tokens]) => {
      const shared = [...(users.get(exercise) ?? [])].filter(([, students]) => students.size > mostAlike);
      return [exercise, new Set([...tokens, ...shared.map(([token]) => token)])];
    }),
  );
}

/** The code that has enough of its own to be known again, as text with its exercise. */
function ownCode(code: Facts['code'], common: SolutionTokens): readonly string[] {
  return [...code].flatMap(([exercise, tokens]) => {
    const known = common.get(exercise);
    if (known === undefined) return [];
    const own = [...new Set(tokens)].filter((token) => !known.has(token));
    const weight = own.reduce((sum, token) => sum + weightOf(token), 0);
    return weight < fewestOwn ? [] : [JSON.stringify([exercise, ...tokens])];
  });
}

/** What the language and its library give to everyone. */
const given = new Set(
  `as async await boolean break case catch class const continue default delete do else enum export extends false finally for
  from function if import in instanceof interface let new null number of return static string super switch this throw true
  try type typeof undefined unknown var void while with yield
  Array Infinity JSON Map Math NaN Number Object Promise Set String console`.split(/\s+/),
);

/** Two seldom make up the same name; the letter of a counter, a number or a method is less, and marks are nothing. */
function weightOf(token: string): number {
  if (given.has(token) || !/[\p{L}\p{N}]/u.test(token)) return 0;
  return /^[\p{L}_$][\p{L}\p{N}\p{M}_$]{2,}$/u.test(token) ? 3 : 1;
}

/** In which of the lists each key is. */
function places(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [place, keys] of lists.entries()) {
    for (const key of keys) {
      const ofKey = found.get(key) ?? [];
      ofKey.push(place);
      found.set(key, ofKey);
    }
  }
  return found;
}
