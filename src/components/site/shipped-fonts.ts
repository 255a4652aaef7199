import { readFileSync } from 'node:fs';
import type { ShippedPackage } from './shipped-software.ts';

/** The packages of the fonts of astro.config.mjs, whose licence must be published with them. */
const packages = { 'source-sans-3': 'Source Sans 3', 'source-code-pro': 'Source Code Pro' } as const;

export interface ShippedFont extends ShippedPackage {
  readonly title: string;
  /** The path of its licence below the site's root. */
  readonly licencePath: string;
  readonly licenceText: string;
}

/** Reads version and licence of each font from its package. */
export function shippedFonts(): ShippedFont[] {
  return Object.entries(packages).map(([name, title]) => {
    const folder = `node_modules/@fontsource-variable/${name}`;
    const { version, license }: { readonly version: string; readonly license: string } = JSON.parse(
      readFileSync(`${folder}/package.json`, 'utf8'),
    );
    return {
      name,
      title,
      version,
      licence: license,
      licencePath: `fonts/${name}.txt`,
      licenceText: readFileSync(`${folder}/LICENSE`, 'utf8'),
    };
  });
}
