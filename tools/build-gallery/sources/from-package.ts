import type { PhotoSource } from '../photo-source.ts';

type Place = Pick<PhotoSource, 'package' | 'path' | 'member' | 'licenceStatedIn'>;

/**
 * Says where a picture of GCompris is. Debian's copyright file still names the pictures of an older release, so
 * what counts is the README that upstream keeps beside the pictures it ships.
 *
 * @param activity Activity of GCompris, which is also the bundle's name.
 * @param file     Path inside the activity's `resource` folder.
 * @param readme   Folder of the README, inside the same one.
 */
export function fromGcompris(activity: string, file: string, readme: string): Place {
  const folder = `src/activities/${activity}/resource`;
  return {
    package: 'gcompris-qt-data',
    path: `usr/share/gcompris-qt/rcc/${activity}.rcc`,
    member: `gcompris/${folder}/${file}`,
    licenceStatedIn: `${folder}/${readme}README in the source of GCompris`,
  };
}

/** Says where a wallpaper of Lomiri is; its licence stands in the package's copyright file. */
export function fromLomiri(file: string): Place {
  return {
    package: 'lomiri-wallpapers-16.04',
    path: `usr/share/backgrounds/${file}`,
    licenceStatedIn: 'usr/share/doc/lomiri-wallpapers-16.04/copyright',
  };
}

/** Says where a puzzle of Palapeli is; its licence stands in the .desktop file beside it. */
export function fromPalapeli(name: string): Place {
  return {
    package: 'palapeli-data',
    path: `usr/share/palapeli/collection/${name}.jpg`,
    licenceStatedIn: `usr/share/palapeli/collection/${name}.desktop`,
  };
}

/** Says where a sample of scikit-image is; its licence stands in the docstring of the function that loads it. */
export function fromScikitImage(file: string): Place {
  const folder = 'usr/lib/python3/dist-packages/skimage/data';
  return { package: 'python3-skimage', path: `${folder}/${file}`, licenceStatedIn: `${folder}/_fetchers.py` };
}

/** Says where a sample of scikit-learn is; its licence stands in the README beside it. */
export function fromScikitLearn(file: string): Place {
  const folder = 'usr/lib/python3/dist-packages/sklearn/datasets/images';
  return { package: 'python3-sklearn', path: `${folder}/${file}`, licenceStatedIn: `${folder}/README.txt` };
}

/** A file page of Wikimedia Commons, by the name in its address. */
export function onCommons(name: string): PhotoSource['source'] {
  return {
    title: decodeURIComponent(name)
      .replace(/\.[A-Za-z]+$/, '')
      .replaceAll('_', ' '),
    url: `https://commons.wikimedia.org/wiki/File:${name}`,
  };
}
