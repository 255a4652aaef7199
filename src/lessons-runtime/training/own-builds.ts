import { compiledBuilds } from './compiled-builds.js';

/** The builds of `assembly/` that come with this package, the best first. */
export function ownBuilds(): readonly Uint8Array<ArrayBuffer>[] {
  return compiledBuilds.map((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}
