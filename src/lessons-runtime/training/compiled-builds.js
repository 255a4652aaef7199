import { buildTexts } from './build/compile-assembly.ts';

/*
 * Compiles the builds when it is imported, so that Node runs the sources without a build step. Bundles and the package replace
 * this module by the result of `writeBuilds` in build/compile-assembly.ts.
 */
export const compiledBuilds = await buildTexts();
