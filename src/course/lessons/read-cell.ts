import type { Language } from '../../lessons-runtime/shared/language.ts';
import { localizeCode } from '../code/localize-code.ts';
import { type LabelledSlider, readSliders } from '../code/read-sliders.ts';
import { missingFile } from '../diagnostics/diagnostic.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/cells/*.{ts,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface CellSource {
  readonly typescript: string;
  /** The same step in Keras; `null` if the author wrote none. */
  readonly keras: string | null;
  readonly sliders: readonly LabelledSlider[];
}

/**
 * Reads the code of a cell in one language. `lessonDiagnostics` checks it.
 * @throws {AuthoringError} if the lesson has no such cell
 */
export function readCell(lesson: string, id: string, language: Language): CellSource {
  const path = (extension: string) => `/src/content/lessons/${lesson}/cells/${id}.${extension}`;
  const read = (extension: string): string | null => {
    const source = files[path(extension)];
    return source === undefined ? null : localizeCode(source, language, path(extension));
  };
  const typescript = read('ts');
  if (typescript === null) {
    throw missingFile(path('ts'), lesson);
  }
  const sliders = readSliders(files[path('ts')] ?? '', language, path('ts'));
  return { typescript, keras: read('py'), sliders };
}
