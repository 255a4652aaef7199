type Module = Readonly<Record<string, unknown>>;

/** Every file of words: its path below `src/` and a function that loads it. */
export const wordFiles: readonly (readonly [file: string, load: () => Promise<Module>])[] = Object.entries(
  import.meta.glob<Module>('../../src/**/*-words.ts'),
).map(([path, load]) => [path.replace('../../src/', ''), load] as const);
