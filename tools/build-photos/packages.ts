/** Where the photos come from, in the versions whose credits were read. */
export const stellariumPackage = { package: 'stellarium-data', version: '0.22.2-1' };
export const endlessSkyPackage = { package: 'endless-sky-data', version: '0.9.8-1.2' };
