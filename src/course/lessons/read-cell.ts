import type { Language } from '../../lessons-runtime/shared/language.ts';
import { localizeCode } from '../code/localize-code.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/cells/*.{ts,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface CellSource {
  readonly typescript: string;
  /** The same step in Keras, where the author wrote one. */
  readonly keras: string | null;
}

/** A cell's code in one language. What is wrong with it, `lessonDiagnostics` tells. */
export function readCell(lesson: string, id: string, language: Language): CellSource {
  const path = (extension: string) => `/src/content/lessons/${lesson}/cells/${id}.${extension}`;
  const read = (extension: string): string | null => {
    const source = files[path(extension)];
    return source === undefined ? null : localizeCode(source, language, path(extension));
  };
  const typescript = read('ts');
  if (typescript === null) {
    throw new Error(
      `${path('ts')}: expected this file, which ${lesson} names; found none. Write it, or correct the id.`,
    );
  }
  return { typescript, keras: read('py') };
}
