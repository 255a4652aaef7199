import { parseClassHead, parseManifestHead, parseSource } from '../labelled/dataset-manifest.ts';
import { ManifestField } from '../manifest-field.ts';
import type { Icon, IconClass, IconManifest, IconSet, Sheet } from './icon-manifest.ts';

const maxIcons = 10_000;

/**
 * Validates the content of `icons.json`, and returns a copy with only the fields of its type.
 *
 * @param value the result of `JSON.parse`
 * @param file the file's name, for messages
 * @throws {ManifestError} if a field is missing or of another type, a path leaves the folder, an icon's set is not in the
 *   manifest, or icons are not in order
 */
export function parseIconManifest(value: unknown, file = 'icons.json'): IconManifest {
  const root = new ManifestField(file, '(root)', value);
  const sets = root.field('sets').items().map(parseSet);
  const known = new Set(sets.map(({ id }) => id));
  return {
    ...parseManifestHead(root),
    limits: parseLimits(root.field('limits')),
    side: root.field('side').integer(1, 1024),
    columns: root.field('columns').integer(1, 1024),
    sets,
    classes: root
      .field('classes')
      .items()
      .map((item) => parseClass(item, known)),
  };
}

/** Returns an empty list for a copy of `icons@1` from a cache that is older than the field. */
function parseLimits(field: ManifestField): IconManifest['limits'] {
  return field.value === undefined ? [] : field.items().map((item) => item.localizedText());
}

function parseSet(item: ManifestField): IconSet {
  return { ...parseSource(item), family: item.field('family').text() };
}

function parseClass(item: ManifestField, sets: ReadonlySet<string>): IconClass {
  const colours = item.field('colours');
  return {
    ...parseClassHead(item),
    shapes: parseSheet(item.field('shapes')),
    colours: colours.value === null ? null : parseSheet(colours),
    icons: item
      .field('icons')
      .items()
      .map((icon, index) => parseIcon(icon, index, sets, colours.value !== null)),
  };
}

function parseSheet(field: ManifestField): Sheet {
  return {
    file: field.field('file').text(/^[a-z0-9-]+\.webp$/, 'a path such as "bee-shapes.webp"'),
    bytes: field.field('bytes').integer(1, 10_000_000),
  };
}

function parseIcon(item: ManifestField, index: number, sets: ReadonlySet<string>, hasColours: boolean): Icon {
  const set = item.field('set');
  if (!sets.has(set.text())) throw set.error('a set of this manifest');
  const colour = item.field('colour');
  if (!hasColours && colour.value !== null) throw colour.error('null, since the class has no colours');
  return {
    id: item.field('id').text(),
    set: set.text(),
    place: item.field('place').integer(index, index),
    colour: colour.value === null ? null : colour.integer(0, maxIcons),
  };
}
