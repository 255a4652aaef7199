import type { NamedBytes } from '../protocol/requests.ts';
import { FetchFailure } from './fetch-bytes.ts';

/** Asks the learner for files. Ends with `null` where the signal ended the asking. */
export type ChooseFiles = (signal: AbortSignal) => Promise<readonly File[] | null>;

/** A model and its shards; what is more is a mistake, and would fill the page's memory. */
const limits = { files: 64, bytes: 256 * 2 ** 20 };

/** The bytes of files that the learner chose. @throws {FetchFailure} */
export async function chosenFiles(choose: ChooseFiles, signal: AbortSignal): Promise<readonly NamedBytes[]> {
  const files = await choose(signal);
  if (files === null) throw new FetchFailure({ code: 'cancelled', subject: 'model.json' });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > limits.files || bytes > limits.bytes)
    throw new FetchFailure({ code: 'files-too-large', subject: '' });
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })));
}
