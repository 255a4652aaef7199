import { fileURLToPath } from 'node:url';
import { build } from 'astro';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds the site of the working copy into a separate folder. @returns the folder's path */
export async function buildSite(): Promise<string> {
  const outDir = fileURLToPath(new URL('../.cache/bench/site/', import.meta.url));
  await build({ root, outDir, logLevel: 'error' });
  return outDir;
}
