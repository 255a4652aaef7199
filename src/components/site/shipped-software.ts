import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** The packages of which the reader's browser gets a part. */
const shipped = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-vis',
  'vega',
  'vega-lite',
  'vega-embed',
  'vega-interpreter',
  '@babel/parser',
  '@codemirror/commands',
  '@codemirror/lang-javascript',
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  '@lezer/javascript',
  '@lezer/lr',
  'idb',
  'valibot',
  'canonicalize',
  '@noble/hashes',
] as const;

const packageJson = z.object({ name: z.string(), version: z.string(), license: z.string() });

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
}

/** The installed version of a package that the reader's browser gets a part of. */
export function shippedVersion(name: (typeof shipped)[number]): string {
  return shippedSoftware().find((each) => each.name === name)?.version ?? '';
}

/** What is installed of each, as its own `package.json` states it; read while the site is built. */
export function shippedSoftware(): ShippedPackage[] {
  return shipped.map((name) => {
    const { version, license } = packageJson.parse(
      JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')),
    );
    return { name, version, licence: license };
  });
}
