import { codeTokens } from '../../lesson/code-tokens.ts';
import { answerOf } from '../record/item-outcome.ts';
import type { VerifiedHandIn } from './hand-in-file.ts';

/** A sign that a hand-in was copied from another, or the other from it. */
export interface Similarity {
  /**
   * `file`: the files are identical. `tries`: `count` attempts have the same answer and the same time in milliseconds.
   * `code`: `count` exercises are solved with the same code, which is distinctive enough that chance is unlikely.
   */
  readonly kind: 'file' | 'tries' | 'code';
  /** The other student's name. */
  readonly name: string;
  readonly count: number;
}

/** The tokens of the exercises' solutions, by `<lesson>/exercise/<id>`. */
export type SolutionTokens = ReadonlyMap<string, ReadonlySet<string>>;

/** A token, or an imported attempt, that more students than these have in common is no sign of copying. */
const maxSharing = 3;

/** A single attempt at the same millisecond can be chance in a class that answers at the same time. */
const minAttempts = 2;

/**
 * The least weight (`weightOf`) of the distinctive tokens in the code of an exercise: that of two invented names and one
 * other token. Solutions that only reorder or rewrite one step have up to 3, one that replaces a step by a loop with a named
 * sum has 5.
 */
const minWeight = 7;

interface Facts {
  readonly name: string;
  /** The name in a form that is equal for two hand-ins of one student. */
  readonly student: string;
  readonly digest: string;
  /** The attempts by lesson, item, time and answer as JSON. The value says whether the attempt was imported. */
  readonly tries: ReadonlyMap<string, boolean>;
  /** The tokens of the solved exercises. */
  readonly code: ReadonlyMap<string, readonly string[]>;
}

/**
 * Returns the similarities of each hand-in with the others, in the order of the hand-ins. Code is compared by the tokens that
 * are neither in the solution nor in the code of more than three students. Exercises without a known solution are skipped.
 */
export function findSimilarities(
  handIns: readonly VerifiedHandIn[],
  solutions: SolutionTokens,
): readonly (readonly Similarity[])[] {
  const facts = handIns.map(factsOf);
  const common = commonTokens(facts, solutions);
  const sameFile = indicesByKey(facts.map(({ digest }) => [digest]));
  const distributed = distributedAttempts(facts);
  const sameTries = indicesByKey(
    facts.map(({ tries }) => [...tries.keys()].filter((key) => !distributed.has(key))),
  );
  const codes = facts.map(({ code }) => distinctiveCode(code, common));
  const sameCode = indicesByKey(codes);

  return facts.map((own, index): readonly Similarity[] => {
    const others = (found: ReadonlyMap<string, readonly number[]>, key: string) =>
      (found.get(key) ?? []).flatMap((other) => {
        const fact = facts[other];
        return other === index || fact === undefined ? [] : [{ other, fact }];
      });
    const copies = others(sameFile, own.digest);
    const isCopy = new Set(copies.map(({ other }) => other));
    /** Returns the shared keys by the index of the other hand-in. */
    const shared = (found: ReadonlyMap<string, readonly number[]>, keys: Iterable<string>) => {
      const byOther = new Map<number, { readonly name: string; readonly keys: string[] }>();
      for (const key of keys) {
        for (const { other, fact } of others(found, key)) {
          // Identical files are reported as such, and a student may hand in twice.
          if (isCopy.has(other) || fact.student === own.student) continue;
          const entry = byOther.get(other) ?? { name: fact.name, keys: [] };
          entry.keys.push(key);
          byOther.set(other, entry);
        }
      }
      return byOther;
    };
    const tries = [...shared(sameTries, own.tries.keys())].filter(
      ([, { keys }]) => keys.length >= minAttempts,
    );
    const isReported = new Set(tries.map(([other]) => other));
    const code = [...shared(sameCode, codes[index] ?? [])].filter(([other]) => !isReported.has(other));
    const found: readonly Similarity[] = [
      ...copies.map(({ fact }): Similarity => ({ kind: 'file', name: fact.name, count: 1 })),
      ...tries.map(([, { name, keys }]): Similarity => ({ kind: 'tries', name, count: keys.length })),
      ...code.map(([, { name, keys }]): Similarity => ({ kind: 'code', name, count: keys.length })),
    ];
    // A student with two hand-ins is reported once.
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

/** Returns the attempts that more than `maxSharing` students imported, probably from a file that their teacher distributed. */
function distributedAttempts(facts: readonly Facts[]): ReadonlySet<string> {
  const importers = new Map<string, Set<string>>();
  for (const { student, tries } of facts) {
    for (const [key, isImported] of tries) {
      if (isImported) importers.set(key, (importers.get(key) ?? new Set()).add(student));
    }
  }
  return new Set([...importers].flatMap(([key, { size }]) => (size > maxSharing ? [key] : [])));
}

/** Returns the tokens of each exercise that are not distinctive: those of the solution or of more than `maxSharing` students. */
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
      const shared = [...(users.get(exercise) ?? [])].filter(([, students]) => students.size > maxSharing);
      return [exercise, new Set([...tokens, ...shared.map(([token]) => token)])];
    }),
  );
}

/** Returns the code of the exercises that is distinctive, each with its exercise as JSON. */
function distinctiveCode(code: Facts['code'], common: SolutionTokens): readonly string[] {
  return [...code].flatMap(([exercise, tokens]) => {
    const known = common.get(exercise);
    if (known === undefined) return [];
    const own = [...new Set(tokens)].filter((token) => !known.has(token));
    const weight = own.reduce((sum, token) => sum + weightOf(token), 0);
    return weight < minWeight ? [] : [JSON.stringify([exercise, ...tokens])];
  });
}

/** Keywords and common globals, which are never distinctive. */
const builtins = new Set(
  `as async await boolean break case catch class const continue default delete do else enum export extends false finally for
  from function if import in instanceof interface let new null number of return static string super switch this throw true
  try type typeof undefined unknown var void while with yield
  Array Infinity JSON Map Math NaN Number Object Promise Set String console`.split(/\s+/),
);

/**
 * Returns how distinctive a token is: 3 for a name of three letters or more, 1 for short names, numbers and properties, 0 for
 * keywords and punctuation.
 */
function weightOf(token: string): number {
  if (builtins.has(token) || !/[\p{L}\p{N}]/u.test(token)) return 0;
  return /^[\p{L}_$][\p{L}\p{N}\p{M}_$]{2,}$/u.test(token) ? 3 : 1;
}

/** Returns the indices of the lists that contain each key. */
function indicesByKey(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, keys] of lists.entries()) {
    for (const key of keys) {
      const ofKey = found.get(key) ?? [];
      ofKey.push(index);
      found.set(key, ofKey);
    }
  }
  return found;
}
