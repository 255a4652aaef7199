import temml from 'temml';

/**
 * Converts TeX to MathML, which browsers draw and screen readers read without a script.
 * @param isDisplay whether the formula is a paragraph of its own
 * @throws {Error} with the reason if the TeX is not valid
 */
export function renderMath(tex: string, isDisplay: boolean): string {
  return temml.renderToString(tex, { displayMode: isDisplay, throwOnError: true });
}

/** Returns why TeX is not valid; `null` if it is. */
export function mathProblem(tex: string): string | null {
  try {
    renderMath(tex, false);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}
