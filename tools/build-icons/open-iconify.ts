import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IconSet } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import type { Drawing } from './drawing.ts';
import { familyOf } from './family-of.ts';
import { licenceUrls } from './licences.ts';
import { iconifyPackage } from './packages.ts';

interface Info {
  readonly name: string;
  readonly author: { readonly name: string; readonly url?: string };
  readonly license: { readonly spdx?: string };
  readonly category?: string;
}

interface Box {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

interface SetFile extends Box {
  readonly icons: Readonly<Record<string, Box & { readonly body: string }>>;
}

/** A set of the package: its author and licence, and its drawings by name. */
interface OpenedSet {
  readonly set: IconSet;
  readonly names: readonly string[];
  /** @throws Error if the set has no icon with this name */
  drawing(name: string): Drawing;
}

/** The sets of `@iconify/json` whose licence is allowed. */
export interface Iconify {
  /** Ids of the sets, without those of logos, flags and programming languages. */
  readonly setIds: readonly string[];
  /** @throws Error if there is no such set, or if its licence is not allowed */
  open(id: string): OpenedSet;
}

const excludedCategories = ['Logos', 'Programming'];
const flagSets = ['circle-flags', 'cif', 'flag', 'flagpack'];

/**
 * Opens an unpacked `@iconify/json`.
 * @throws Error if it is not the version whose licences were checked
 */
export function openIconify(folder: string): Iconify {
  const { version }: { version: string } = readJson(join(folder, 'package.json'));
  if (version !== iconifyPackage.version)
    throw new Error(`expected @iconify/json ${iconifyPackage.version}, found ${version}`);
  const infos: Record<string, Info> = readJson(join(folder, 'collections.json'));
  const opened = new Map<string, OpenedSet>();
  const isIncluded = ([id, { category, license }]: [string, Info]): boolean =>
    (license.spdx ?? '') in licenceUrls &&
    !excludedCategories.includes(category ?? '') &&
    !flagSets.includes(id);
  return {
    setIds: Object.entries(infos)
      .filter(isIncluded)
      .map(([id]) => id)
      .sort(),
    open(id) {
      const info = infos[id];
      if (info === undefined) throw new Error(`@iconify/json has no set "${id}"`);
      const known = opened.get(id) ?? openSet(id, info, readJson(join(folder, 'json', `${id}.json`)));
      opened.set(id, known);
      return known;
    },
  };
}

function openSet(id: string, { name, author, license }: Info, file: SetFile): OpenedSet {
  const licence = license.spdx ?? '';
  const licenceUrl = licenceUrls[licence];
  if (licenceUrl === undefined) throw new Error(`${id} is under ${licence}, which is not allowed here`);
  const set = {
    id,
    title: name,
    author: author.name,
    family: familyOf(author.name),
    licence,
    licenceUrl,
    url: author.url ?? `https://icon-sets.iconify.design/${id}/`,
    origin: iconifyPackage,
  };
  return {
    set,
    names: Object.keys(file.icons).sort(),
    drawing(icon) {
      const found = file.icons[icon];
      if (found === undefined) throw new Error(`${id} has no icon "${icon}"`);
      const { left = 0, top = 0, width = 16, height = 16, body } = { ...file, ...found };
      const box = `viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}"`;
      const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${box} color="#000">`;
      return { id: `${id}:${icon}`, set, svg: `${open}${body}</svg>` };
    },
  };
}

/** Reads JSON without validation, because the package's version is checked. */
function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}
