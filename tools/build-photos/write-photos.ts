import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePhotoManifest } from '../../src/lessons-runtime/datasets/photos/parse-photo-manifest.ts';
import type {
  LabelledPhoto,
  PhotoClass,
  PhotoManifest,
  PhotoPack,
  PhotoSource,
} from '../../src/lessons-runtime/datasets/photos/photo-manifest.ts';
import { jsonWithRows } from '../json-with-rows.ts';
import { about, changes, limits, photoClasses } from './card.ts';
import { isShareAlike, type PhotoOriginal } from './photo-original.ts';
import { renderPhoto } from './render-photo.ts';

/**
 * Renders the photos and writes them with their manifest to a folder, which is emptied first. Each class has a pack of photos
 * and a pack of share-alike photos.
 * @throws {ManifestError} if a credit or a label is invalid
 */
export async function writePhotos(
  folder: string,
  id: string,
  originals: readonly PhotoOriginal[],
): Promise<PhotoManifest> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const classes: PhotoClass[] = [];
  for (const photoClass of photoClasses) {
    const { name } = photoClass;
    const ofClass = originals.filter((original) => original.class === name);
    const packs: PhotoPack[] = [];
    for (const shareAlike of [false, true]) {
      const chosen = ofClass.filter(({ source }) => isShareAlike(source.licence) === shareAlike);
      const file = `${name}${shareAlike ? '-share-alike' : ''}.bin`;
      const { bytes, photos } = await renderPack(chosen);
      writeFileSync(join(folder, file), bytes);
      packs.push({ file, bytes: bytes.length, shareAlike, photos });
    }
    classes.push({ ...photoClass, packs });
  }
  const sources = new Map<string, PhotoSource>(originals.map(({ source }) => [source.id, source]));
  const manifest = parsePhotoManifest({
    id,
    about,
    changes,
    limits,
    sources: [...sources.values()].sort((one, other) =>
      one.id.localeCompare(other.id, 'en', { numeric: true }),
    ),
    classes,
  });
  writeFileSync(
    join(folder, 'photos.json'),
    jsonWithRows(manifest, (value) => 'id' in value && !('classes' in value)),
  );
  return manifest;
}

async function renderPack(originals: readonly PhotoOriginal[]) {
  const files: Buffer[] = [];
  const photos: LabelledPhoto[] = [];
  for (const { id, title, source, group, url, path, sha256, bytes: original, crop } of originals) {
    const { bytes, side } = await renderPhoto(original, crop);
    files.push(bytes);
    photos.push({ id, title, source: source.id, group, url, path, sha256, side, bytes: bytes.length });
  }
  return { bytes: Buffer.concat(files), photos };
}
