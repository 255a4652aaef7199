/** One golden case: a cell, and what compiling it gives, written out. */
export type GoldenCase = { readonly name: string; readonly input: string; readonly output: string };

const CASE = /^=== (.*)\n([\s\S]*?)\n---\n([\s\S]*?)\n(?=\n=== |$(?![\s\S]))/gm;

/** Reads a golden file: `=== name`, the cell, `---`, what it compiles to; an empty line between cases. */
export function readGoldenFile(text: string): readonly GoldenCase[] {
  return Array.from(text.matchAll(CASE), ([, name = '', input = '', output = '']) => ({
    name,
    input,
    output,
  }));
}

/** Writes cases so that `readGoldenFile` reads them back. */
export function writeGoldenFile(cases: readonly GoldenCase[]): string {
  return cases.map(({ name, input, output }) => `=== ${name}\n${input}\n---\n${output}\n`).join('\n');
}
