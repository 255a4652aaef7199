import { retry } from './retry.ts';

/** A script of the page could not be loaded: its download failed, and so did trying again. */
export class PartFailure extends Error {
  override readonly name = 'PartFailure';
}

/**
 * Loads a script of the page that is not needed from the start: `loadPart(() => import('./part.ts'))`, which every dynamic
 * import is written as. A failed download is tried again.
 *
 * Chromium (seen in 156), and other browsers since the HTML standard asks for it (2026), fetch a module anew that failed, and
 * what it imports. Older ones (Firefox 153) remember the failure for as long as the page is open; there only loading the page
 * again helps, which `mountPart` offers in the end.
 *
 * @throws {PartFailure}
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await retry(load);
  } catch (cause) {
    throw new PartFailure(String(cause), { cause });
  }
}
