import { fileURLToPath } from 'node:url';
import { build } from 'astro';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds the site as it is in the working copy, into a folder of the bench's own. @returns that folder */
export async function buildSite(): Promise<string> {
  const outDir = fileURLToPath(new URL('../.cache/bench/site/', import.meta.url));
  await build({ root, outDir, logLevel: 'error' });
  return outDir;
}
