/** The Debian packages of the originals, in the versions whose copyright statements were checked. */
export const packageVersions = {
  'gcompris-qt-data': '3.1-2',
  'lomiri-wallpapers-16.04': '20.04.0-2',
  'palapeli-data': '4:22.12.3-1',
  'python3-skimage': '0.19.3-8',
  'python3-sklearn': '1.2.1+dfsg-1',
} as const;

export type DebianPackage = keyof typeof packageVersions;
