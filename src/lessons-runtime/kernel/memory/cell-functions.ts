import { type FunctionTexts, functionTexts } from '../../compile/function-texts.ts';

// biome-ignore lint/complexity/noBannedTypes: any function
type AnyFunction = Function;

/** Decides whether a function may hold tensors in its closure. */
export interface CellFunctions {
  /** Registers the compiled code of a cell before it runs. */
  remember(code: string): void;
  /** Returns whether a function may hold a tensor that a walk over properties cannot find. */
  mayHold(found: AnyFunction): boolean;
}

/**
 * A function at the top level of a cell can access only the names that cells share, whose values a walk finds. A function
 * created inside another function can hold anything in its closure. The two are distinguished by looking up the function's text
 * in the cell's code; if two functions have the same text, both count as inner functions. A bound function may hold its
 * arguments.
 */
export function createCellFunctions(): CellFunctions {
  const codes = new Map<string, FunctionTexts | null>();
  const results = new WeakMap<AnyFunction, boolean>();

  function hasInner(code: string, text: string): boolean {
    const known = codes.get(code) ?? functionTexts(code);
    codes.set(code, known);
    return known.inner.has(text);
  }

  function computeMayHold(found: AnyFunction): boolean {
    const text = Function.prototype.toString.call(found);
    if (text.endsWith('[native code] }')) return found.name.startsWith('bound ');
    // The comparison of lengths skips the long classes of libraries, because a function is shorter than its cell.
    return [...codes.keys()].some((code) => text.length < code.length && hasInner(code, text));
  }

  return {
    remember(code) {
      // Runs of the same source differ only in the last line, which names the run.
      const key = code.slice(0, code.lastIndexOf('\n'));
      if (!codes.has(key)) codes.set(key, null);
    },
    mayHold(found) {
      const result = results.get(found) ?? computeMayHold(found);
      results.set(found, result);
      return result;
    },
  };
}
