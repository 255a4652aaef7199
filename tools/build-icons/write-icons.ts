import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedText } from '../../src/lessons-runtime/datasets/gallery-photo.ts';
import type {
  IconClass,
  IconManifest,
  IconSet,
  Sprite,
} from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import { jsonWithRows } from '../json-with-rows.ts';
import type { Choice } from './choose-drawings.ts';
import type { Drawing } from './drawing.ts';
import { renderIcon, side } from './render-icon.ts';
import { columns, writeSheet } from './write-sheet.ts';

const changes: LocalizedText = {
  es: `dibujados a ${side} píxeles, recortados y centrados, con menos niveles de opacidad y de color`,
  en: `drawn at ${side} pixels, cropped and centred, in fewer levels of opacity and colour`,
};

/**
 * Renders the drawings and writes them with their manifest to a folder, which is emptied first. A drawing whose pixels equal
 * those of an earlier one, in any class, is left out.
 * @param titleOf returns the title of a class by its name
 */
export async function writeIcons(
  folder: string,
  { id, limits }: Pick<IconManifest, 'id' | 'limits'>,
  choice: Choice,
  titleOf: (name: string) => LocalizedText,
): Promise<IconManifest> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sets = new Map<string, IconSet>();
  const seen = new Set<string>();
  const classes: IconClass[] = [];
  for (const [name, drawings] of choice) {
    const icons = await renderUnique(drawings, seen);
    for (const { drawing } of icons) sets.set(drawing.set.id, drawing.set);
    const coloured = icons.flatMap(({ sprite }) => (sprite.colours === null ? [] : [sprite.colours]));
    let colour = 0;
    const save = async (file: string, sprites: readonly Uint8Array[], channels: 1 | 3) => {
      const bytes = await writeSheet(sprites, channels);
      writeFileSync(join(folder, file), bytes);
      return { file, bytes: bytes.length };
    };
    classes.push({
      name,
      title: titleOf(name),
      shapes: await save(
        `${name}-shapes.webp`,
        icons.map(({ sprite }) => sprite.shape),
        1,
      ),
      colours: coloured.length === 0 ? null : await save(`${name}-colours.webp`, coloured, 3),
      icons: icons.map(({ drawing, sprite }, place) => ({
        id: drawing.id,
        set: drawing.set.id,
        place,
        colour: sprite.colours === null ? null : colour++,
      })),
    });
  }
  const sorted = [...sets.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const manifest = { id, changes, limits, side, columns, sets: sorted, classes };
  writeFileSync(
    join(folder, 'icons.json'),
    jsonWithRows(manifest, (value) => 'id' in value && !('classes' in value)),
  );
  return manifest;
}

async function renderUnique(drawings: readonly Drawing[], seen: Set<string>) {
  const icons: { readonly drawing: Drawing; readonly sprite: Sprite }[] = [];
  for (const drawing of drawings) {
    const sprite = await renderIcon(drawing.svg).catch((cause: unknown) => {
      throw new Error(`${drawing.id} cannot be rendered`, { cause });
    });
    const digest = createHash('sha256')
      .update(sprite.shape)
      .update(sprite.colours ?? 'none')
      .digest('hex');
    if (seen.has(digest)) continue;
    seen.add(digest);
    icons.push({ drawing, sprite });
  }
  return icons;
}
