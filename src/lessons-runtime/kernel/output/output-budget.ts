/** What a run may show: beyond, the page would gain nothing and lose its breath, or its memory. */
const limits = {
  lines: 5000,
  characters: 1_000_000,
  parts: 1000,
  pixelBytes: 2 ** 28,
  uncaught: 50,
};

/** Counts what a run shows. Each call answers whether there is still room, after counting it. */
interface OutputBudget {
  line(characters: number): boolean;
  part(): boolean;
  pixels(bytes: number): boolean;
  /** Errors that no cell caught have room where nothing else has, but not without end: a loop can report them, too. */
  uncaught(): boolean;
  /** `true` once: at the first thing that found no room. */
  firstOver(): boolean;
}

export function createOutputBudget(): OutputBudget {
  let { lines, characters, parts, pixelBytes, uncaught } = limits;
  let told = false;
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
    firstOver() {
      const first = !told;
      told = true;
      return first;
    },
  };
}
