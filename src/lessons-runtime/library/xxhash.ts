import xxhash from 'xxhash-wasm';
import { once } from '../shared/once.ts';

/** The one hash of the library, compiled when first asked for: fast, and no protection against who wants a clash. */
export const loadXxhash = once(xxhash);
