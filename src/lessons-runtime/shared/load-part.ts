import { retry } from './retry.ts';

/** A script of the page could not be loaded, even after retries. */
export class PartFailure extends Error {
  override readonly name = 'PartFailure';
}

/**
 * Loads a script that the page does not need at the start: `loadPart(() => import('./part.ts'))`. Every dynamic import uses
 * it. A failed download is retried.
 *
 * Chromium (observed in 156) and browsers that follow the HTML standard of 2026 fetch a failed module and its imports again.
 * Older ones (Firefox 153) remember the failure until the page is reloaded, which `mountPart` offers to the learner.
 *
 * @throws {PartFailure} if all attempts fail; `cause` is the last error
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await retry(load);
  } catch (cause) {
    throw new PartFailure(String(cause), { cause });
  }
}
