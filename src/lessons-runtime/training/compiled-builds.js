import { buildTexts } from './build/compile-assembly.ts';

/*
 * Compiles when it is loaded, so that Node runs the sources as they are. A bundle and the package have the texts in place
 * of this module: `writeBuilds` in build/compile-assembly.ts.
 */
export const compiledBuilds = await buildTexts();
