import { type FunctionTexts, functionTexts } from '../../compile/function-texts.ts';

// biome-ignore lint/complexity/noBannedTypes: any function there is
type AnyFunction = Function;

/** What is known of functions: whether a tensor may be held by one, out of sight. */
export interface CellFunctions {
  /** To be called before a cell's code runs. */
  remember(code: string): void;
  mayHold(found: AnyFunction): boolean;
}

/**
 * A function right in a cell sees only the names that cells share; what those hold is in sight. One made within another
 * function can have kept anything. Which is which is read off the cell's code by the function's text; where two functions
 * have the same text, both count as the worse one. A bound function hides what it is bound to.
 */
export function createCellFunctions(): CellFunctions {
  const codes = new Map<string, FunctionTexts | null>();
  const judged = new WeakMap<AnyFunction, boolean>();

  function hasInner(code: string, text: string): boolean {
    const known = codes.get(code) ?? functionTexts(code);
    codes.set(code, known);
    return known.inner.has(text);
  }

  function judge(found: AnyFunction): boolean {
    const text = Function.prototype.toString.call(found);
    if (text.endsWith('[native code] }')) return found.name.startsWith('bound ');
    // No cell has a function longer than itself, and a library's classes are long.
    return [...codes.keys()].some((code) => text.length < code.length && hasInner(code, text));
  }

  return {
    remember(code) {
      // Runs of the same source differ in their last line only, which names the run.
      const key = code.slice(0, code.lastIndexOf('\n'));
      if (!codes.has(key)) codes.set(key, null);
    },
    mayHold(found) {
      const known = judged.get(found) ?? judge(found);
      judged.set(found, known);
      return known;
    },
  };
}
