/**
 * An error of the course's own that knows what to try, in the page's language.
 *
 * The worker's scripts are bundled one by one, each with its own copy of an error's class: `instanceof` says no to what
 * another script threw. Such an error is therefore known by what it carries, both as data properties of its own.
 */
export interface Advised {
  readonly isAdvised: true;
  readonly advice: string;
}

/** What an error advises, whichever script made it; `null` where it is none of the course's own. Never throws. */
export function adviceOf(thrown: unknown): string | null {
  const advice = ownValue(thrown, 'advice');
  return ownValue(thrown, 'isAdvised') === true && typeof advice === 'string' ? advice : null;
}

/** An object's own data property. Runs no getter of a learner's, and never throws: a proxy may. */
export function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  try {
    return Object.getOwnPropertyDescriptor(holder, name)?.value;
  } catch {
    return undefined;
  }
}
