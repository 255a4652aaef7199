/** A slider that writes a number into the code of a cell. */
export interface Slider {
  /** The code before the number, on its line: `const topK = `. */
  readonly before: string;
  /** The numbers that the slider can write, in ascending order. */
  readonly values: readonly number[];
}

/** A number in a cell's code, with the offsets of its first character and of the one after its last. */
interface NumberInCode {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const numeral = /-?(?:\d[\d_]*)?\.?\d[\d_]*(?:e[+-]?\d+)?/iy;

/** Finds the number of a slider in code. @returns `null` if the learner has removed or replaced it */
export function findNumber(code: string, { before }: Pick<Slider, 'before'>): NumberInCode | null {
  for (let at = code.indexOf(before); at !== -1; at = code.indexOf(before, at + 1)) {
    numeral.lastIndex = at + before.length;
    const [found] = numeral.exec(code) ?? [];
    if (found === undefined) continue;
    const from = at + before.length;
    return { from, to: from + found.length, value: Number(found.replaceAll('_', '')) };
  }
  return null;
}

/** Returns the place of the value that is nearest to a number. */
export function nearestPlace({ values }: Pick<Slider, 'values'>, number: number): number {
  const distances = values.map((value) => Math.abs(value - number));
  return distances.indexOf(Math.min(...distances));
}

/** Returns a number as code, without an exponent: 0.000001. */
export function numberAsCode(number: number): string {
  const text = String(number);
  return text.includes('e-') ? number.toFixed(20).replace(/0+$/, '') : text;
}
