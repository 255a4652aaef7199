import { parseClassHead, parseManifestHead, parseSource } from '../labelled/dataset-manifest.ts';
import { ManifestField } from '../manifest-field.ts';
import type { DrawingClass, DrawingManifest } from './drawing-manifest.ts';

const maxDrawings = 10_000;

/**
 * Validates the content of `drawings.json`, and returns a copy with only the fields of its type.
 *
 * @param value the result of `JSON.parse`
 * @param file the file's name, for messages
 * @throws {ManifestError} if a field is missing or of another type, a path leaves the folder, or an omitted line does not exist
 */
export function parseDrawingManifest(value: unknown, file = 'drawings.json'): DrawingManifest {
  const root = new ManifestField(file, '(root)', value);
  return {
    ...parseManifestHead(root),
    about: root.field('about').localizedText(),
    limits: root
      .field('limits')
      .items()
      .map((item) => item.localizedText()),
    side: root.field('side').integer(1, 1024),
    columns: root.field('columns').integer(1, 1024),
    source: parseSource(root.field('source')),
    classes: root.field('classes').items().map(parseClass),
  };
}

/** The manifest states how many lines the original has and which are omitted, because a list of lines would be long. */
function parseClass(item: ManifestField): DrawingClass {
  const count = item.field('of').integer(1, maxDrawings);
  const without = item.field('without');
  const leftOut = new Set(
    without.value === undefined ? [] : without.items().map((line) => line.integer(0, count - 1)),
  );
  return {
    ...parseClassHead(item),
    file: item.field('file').text(/^[a-z0-9-]+\.webp$/, 'a path such as "bee.webp"'),
    bytes: item.field('bytes').integer(1, 10_000_000),
    lines: Array.from({ length: count }, (_, line) => line).filter((line) => !leftOut.has(line)),
  };
}
