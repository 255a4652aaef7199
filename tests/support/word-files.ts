/** Files that have no table of words in the one shape yet. */
const notYet: ReadonlySet<string> = new Set([
  'lessons-runtime/charts/chart-call-words.ts',
  'lessons-runtime/datasets/icons/icon-words.ts',
  'lessons-runtime/kernel/errors/error-words.ts',
  'lessons-runtime/kernel/kernel-words.ts',
  'lessons-runtime/kernel/memory/memory-words.ts',
  'lessons-runtime/kernel/training/keras-words.ts',
  'lessons-runtime/library/checks/check-words.ts',
  'lessons-runtime/library/evaluation/card-words.ts',
  'lessons-runtime/library/library-words.ts',
  'lessons-runtime/library/strategies/strategy-words.ts',
  'lessons-runtime/library/transfer-words.ts',
  'lessons-runtime/library/traps/trap-words.ts',
]);

type Module = Readonly<Record<string, unknown>>;

/** Every file of words, by its path below `src/`, with what loads it. */
export const wordFiles: readonly (readonly [file: string, load: () => Promise<Module>])[] = Object.entries(
  import.meta.glob<Module>('../../src/**/*-words.ts'),
)
  .map(([path, load]) => [path.replace('../../src/', ''), load] as const)
  .filter(([file]) => !notYet.has(file));
