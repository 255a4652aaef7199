import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** The packages whose code the browser downloads, at least in part. */
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

/** Returns the installed version of a package that the browser downloads. */
export function shippedVersion(name: (typeof shipped)[number]): string {
  return shippedSoftware().find((each) => each.name === name)?.version ?? '';
}

/** Reads name, version and licence of each package from its `package.json`. */
export function shippedSoftware(): ShippedPackage[] {
  return shipped.map((name) => {
    const { version, license } = packageJson.parse(
      JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')),
    );
    return { name, version, licence: license };
  });
}
