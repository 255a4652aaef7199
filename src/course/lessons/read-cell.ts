import type { Language } from '../../lessons-runtime/shared/language.ts';
import { localizeCode } from '../code/localize-code.ts';
import { type LabelledSlider, readSliders } from '../code/read-sliders.ts';
import { missingFile } from '../diagnostics/diagnostic.ts';
import secondsOfCells from './seconds-of-cells.json' with { type: 'json' };

const files = import.meta.glob<string>('/src/content/lessons/*/cells/*.{ts,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** By the folder of the lesson and the id of the cell. */
const secondsOf: Readonly<Record<string, Readonly<Record<string, number>>>> = secondsOfCells;

interface CellSource {
  readonly typescript: string;
  /** The same step in Keras; `null` if the author wrote none. */
  readonly keras: string | null;
  /** How long it takes where it was measured (`tools/measure-cells/`); `null` if it was not, or takes no time. */
  readonly seconds: number | null;
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
  return {
    typescript,
    keras: read('py'),
    seconds: secondsOf[lesson]?.[id] ?? null,
    sliders: readSliders(files[path('ts')] ?? '', language, path('ts')),
  };
}
