/**
 * An error of the course that advises the learner what to try, in the page's language.
 *
 * Such errors are recognized by these two own data properties, not by `instanceof`, because each script of the worker is
 * bundled with its own copy of an error's class.
 */
export interface Advised {
  readonly isAdvised: true;
  readonly advice: string;
}

/** Returns the advice of an error of the course, thrown by any script; `null` for anything else. Never throws. */
export function adviceOf(thrown: unknown): string | null {
  const advice = ownValue(thrown, 'advice');
  return ownValue(thrown, 'isAdvised') === true && typeof advice === 'string' ? advice : null;
}

/** Returns the value of an own data property. Runs no getters, and never throws, even if a proxy does. */
export function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  try {
    return Object.getOwnPropertyDescriptor(holder, name)?.value;
  } catch {
    return undefined;
  }
}
