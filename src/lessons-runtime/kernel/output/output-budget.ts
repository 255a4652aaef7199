/** The output that a run may show. More would make the page slow or exhaust its memory. */
const limits = {
  lines: 5000,
  characters: 1_000_000,
  parts: 1000,
  pixelBytes: 2 ** 28,
  uncaught: 50,
};

/** Counts the output of a run. Each method counts and returns whether the output is within the limit. */
interface OutputBudget {
  line(characters: number): boolean;
  part(): boolean;
  pixels(bytes: number): boolean;
  /** Counts errors that no cell caught. They have their own limit, because a loop can cause any number of them. */
  uncaught(): boolean;
  /** Returns `true` on the first call only. */
  isFirstOverrun(): boolean;
}

export function createOutputBudget(): OutputBudget {
  let { lines, characters, parts, pixelBytes, uncaught } = limits;
  let hasOverrun = false;
  return {
    line(length) {
      lines -= 1;
      characters -= length;
      return lines >= 0 && characters >= 0;
    },
    part() {
      parts -= 1;
      return parts >= 0;
    },
    uncaught() {
      uncaught -= 1;
      return uncaught >= 0;
    },
    pixels(bytes) {
      pixelBytes -= bytes;
      return pixelBytes >= 0;
    },
    isFirstOverrun() {
      const isFirst = !hasOverrun;
      hasOverrun = true;
      return isFirst;
    },
  };
}
