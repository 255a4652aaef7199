import type { NamedBytes } from '../protocol/requests.ts';
import { FetchFailure } from './fetch-bytes.ts';

/** Lets the learner choose files. Resolves with `null` if the signal was aborted. */
export type ChooseFiles = (signal: AbortSignal) => Promise<readonly File[] | null>;

/** Generous for a model and its shards; larger selections would fill the page's memory. */
const limits = { files: 64, bytes: 256 * 2 ** 20 };

/**
 * Returns the bytes of files that the learner chooses.
 *
 * @throws {FetchFailure} `cancelled` if the signal was aborted, `files-too-large` if the files exceed the limits
 */
export async function chosenFiles(choose: ChooseFiles, signal: AbortSignal): Promise<readonly NamedBytes[]> {
  const files = await choose(signal);
  if (files === null) throw new FetchFailure({ code: 'cancelled', subject: 'model.json' });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > limits.files || bytes > limits.bytes)
    throw new FetchFailure({ code: 'files-too-large', subject: '' });
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
}
