import { compiledBuilds } from './compiled-builds.js';

/** Decodes the builds of `assembly/` that this package includes, in order of preference. */
export function loadBuilds(): readonly Uint8Array<ArrayBuffer>[] {
  return compiledBuilds.map((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}
