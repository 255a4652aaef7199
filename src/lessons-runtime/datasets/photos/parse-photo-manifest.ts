import {
  parseAddress,
  parseClassHead,
  parseManifestHead,
  parseSource,
} from '../labelled/dataset-manifest.ts';
import { ManifestField } from '../manifest-field.ts';
import type { LabelledPhoto, PhotoClass, PhotoManifest, PhotoPack, PhotoSource } from './photo-manifest.ts';

const largestFile = 10_000_000;

/**
 * Validates the content of `photos.json`, and returns a copy with only the fields of its type.
 *
 * @param value the result of `JSON.parse`
 * @param file the file's name, for messages
 * @throws {ManifestError} if a field is missing or of another type, a path leaves the folder, a photo's source is not in the
 *   manifest, two photos have the same id, a group has photos of two classes, or a pack's size is not the sum of its photos'
 */
export function parsePhotoManifest(value: unknown, file = 'photos.json'): PhotoManifest {
  const root = new ManifestField(file, '(root)', value);
  const sources = root.field('sources').items().map(parsePhotoSource);
  const known = new Set(sources.map(({ id }) => id));
  const ids = new Set<string>();
  const classOfGroup = new Map<string, string>();
  return {
    ...parseManifestHead(root),
    about: root.field('about').localizedText(),
    limits: root
      .field('limits')
      .items()
      .map((item) => item.localizedText()),
    sources,
    classes: root.field('classes').items().map(parseClass),
  };

  function parseClass(item: ManifestField): PhotoClass {
    const head = parseClassHead(item);
    const packs = item
      .field('packs')
      .items()
      .map((pack) => parsePack(pack, head.name));
    return { ...head, upright: item.field('upright').boolean(), packs };
  }

  function parsePack(item: ManifestField, className: string): PhotoPack {
    const photos = item
      .field('photos')
      .items()
      .map((photo) => parsePhoto(photo, className));
    const bytes = photos.reduce((sum, photo) => sum + photo.bytes, 0);
    return {
      file: item.field('file').text(/^[a-z0-9-]+\.bin$/, 'a path such as "water.bin"'),
      bytes: item.field('bytes').integer(bytes, bytes),
      shareAlike: item.field('shareAlike').boolean(),
      photos,
    };
  }

  function parsePhoto(item: ManifestField, className: string): LabelledPhoto {
    const [id, source, group] = [item.field('id'), item.field('source'), item.field('group')];
    const url = item.field('url');
    if (ids.has(id.text())) throw id.error('an id that no other photo has');
    ids.add(id.text());
    if (!known.has(source.text())) throw source.error('a source of this manifest');
    if ((classOfGroup.get(group.text()) ?? className) !== className)
      throw group.error('a group of one class only');
    classOfGroup.set(group.text(), className);
    return {
      id: id.text(),
      title: item.field('title').text(),
      source: source.text(),
      group: group.text(),
      url: url.value === null ? null : parseAddress(url),
      path: item.field('path').text(),
      sha256: item.field('sha256').text(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
      side: item.field('side').integer(1, 1024),
      bytes: item.field('bytes').integer(1, largestFile),
    };
  }
}

function parsePhotoSource(item: ManifestField): PhotoSource {
  return { ...parseSource(item), statedIn: item.field('statedIn').text() };
}
