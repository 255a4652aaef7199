import xxhash from 'xxhash-wasm';
import { once } from '../shared/once.ts';

/** Compiles xxHash at the first call: a fast hash that is not collision-resistant to an attacker. */
export const loadXxhash = once(xxhash);
