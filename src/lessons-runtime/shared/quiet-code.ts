/** A part of a text: offsets of its first character and of the one after its last. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * Imports, casts (`as tf.SymbolicTensor`) and types of calls (`squeeze<tf.Tensor3D>(…)`). A cast ends before whatever cannot
 * belong to the name of a type.
 */
const quiet =
  /^import\s[^;]*;|(?<=[\w)\]] |^ *)as (?!const\b)[A-Za-z_$][\w$.]*(?:<[\w$., ]*>)?(?:\[\])*|(?<=[\w$])<tf\.[\w.]+>(?=\()/gm;

/** Finds the parts of TypeScript that say nothing about what a cell does, in order. They are shown in a quiet colour. */
export function quietParts(code: string): readonly Part[] {
  return [...code.matchAll(quiet)].map(({ index, 0: text }) => ({ from: index, to: index + text.length }));
}

/**
 * Finds the imports at the top of a cell's code that are folded: those of two lines or more, before other code.
 * @returns how many they are, and the offset of the code after them; `null` if there are none
 */
export function importsToFold(code: string): { readonly count: number; readonly to: number } | null {
  const [block = ''] = /^(?:import\s[^;]*;[^\S\n]*\n)+\n*(?=\S)/.exec(code) ?? [];
  const lines = block.trimEnd().split('\n').length;
  return lines < 2 ? null : { count: block.match(/^import\s/gm)?.length ?? 0, to: block.length };
}

/** Returns the number of spaces at the beginning of a line. Lines that wrap go on a little further in. */
export function indentOf(line: string): number {
  return line.search(/\S|$/);
}
