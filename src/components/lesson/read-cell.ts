import { localizeCode } from '../../lessons-runtime/lesson/localize-code.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';
import { expectCell } from './authored-code.ts';

const files = import.meta.glob<string>('/src/content/lessons/*/cells/*.{ts,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface CellSource {
  readonly typescript: string;
  /** The same step in Keras, where the author wrote one. */
  readonly keras: string | null;
}

/** A cell's code in one language. The build ends here when an author names a cell that has no file. */
export function readCell(lesson: string, id: string, language: Language): CellSource {
  const path = (extension: string) => `/src/content/lessons/${lesson}/cells/${id}.${extension}`;
  const read = (extension: string): string | null => {
    const source = files[path(extension)];
    return source === undefined ? null : localizeCode(source, language, path(extension));
  };
  const typescript = read('ts');
  if (typescript === null) {
    const known = Object.keys(files)
      .filter((file) => file.startsWith(path('').slice(0, -id.length - 1)) && file.endsWith('.ts'))
      .map((file) => file.slice(file.lastIndexOf('/') + 1, -'.ts'.length));
    throw new Error(
      `<Cell id="${id}" /> in ${lesson}/${language}.mdx: expected the file ${path('ts')}, which does not exist. ` +
        `Cells of this lesson: ${known.join(', ') || 'none'}. Write the file, or correct the id.`,
    );
  }
  expectCell(files[path('ts')] ?? '', path('ts'));
  return { typescript, keras: read('py') };
}
