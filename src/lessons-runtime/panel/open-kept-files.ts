import { createKeptFiles, type KeptFiles } from '../progress/kept-files.ts';
import { openKeptShelf } from '../progress/kept-shelf.ts';

/** What cells keep on this device; loaded when one first asks. @throws where the browser keeps nothing */
export async function openKeptFiles(): Promise<KeptFiles> {
  return createKeptFiles(await openKeptShelf());
}
