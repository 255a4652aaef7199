/** A golden case: the source of a cell and its expected output. */
export type GoldenCase = { readonly name: string; readonly input: string; readonly output: string };

const CASE = /^=== (.*)\n([\s\S]*?)\n---\n([\s\S]*?)\n(?=\n=== |$(?![\s\S]))/gm;

/** Parses a golden file: `=== name`, the cell, `---` and the output, with an empty line between cases. */
export function readGoldenFile(text: string): readonly GoldenCase[] {
  return Array.from(text.matchAll(CASE), ([, name = '', input = '', output = '']) => ({
    name,
    input,
    output,
  }));
}

/** Formats cases for `readGoldenFile`. */
export function writeGoldenFile(cases: readonly GoldenCase[]): string {
  return cases.map(({ name, input, output }) => `=== ${name}\n${input}\n---\n${output}\n`).join('\n');
}
