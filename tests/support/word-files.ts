type Module = Readonly<Record<string, unknown>>;

/** Every file of words, by its path below `src/`, with what loads it. */
export const wordFiles: readonly (readonly [file: string, load: () => Promise<Module>])[] = Object.entries(
  import.meta.glob<Module>('../../src/**/*-words.ts'),
).map(([path, load]) => [path.replace('../../src/', ''), load] as const);
