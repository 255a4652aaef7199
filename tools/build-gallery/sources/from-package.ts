import type { PhotoSource } from '../photo-source.ts';

type Place = Pick<PhotoSource, 'package' | 'path' | 'member' | 'licenceStatedIn'>;

/**
 * Returns the location of a picture of GCompris. Debian's copyright file describes the pictures of an older release, so
 * the licence is taken from the README beside the pictures in the source of GCompris.
 *
 * @param activity Activity of GCompris, which is also the bundle's name.
 * @param file     Path inside the activity's `resource` folder.
 * @param readme   Folder of the README, inside the same folder.
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

/** Returns the location of a wallpaper of Lomiri, whose licence is in the package's copyright file. */
export function fromLomiri(file: string): Place {
  return {
    package: 'lomiri-wallpapers-16.04',
    path: `usr/share/backgrounds/${file}`,
    licenceStatedIn: 'usr/share/doc/lomiri-wallpapers-16.04/copyright',
  };
}

/** Returns the location of a puzzle of Palapeli, whose licence is in the .desktop file beside it. */
export function fromPalapeli(name: string): Place {
  return {
    package: 'palapeli-data',
    path: `usr/share/palapeli/collection/${name}.jpg`,
    licenceStatedIn: `usr/share/palapeli/collection/${name}.desktop`,
  };
}

/** Returns the location of a sample of scikit-image, whose licence is in the docstring of the function that loads it. */
export function fromScikitImage(file: string): Place {
  const folder = 'usr/lib/python3/dist-packages/skimage/data';
  return { package: 'python3-skimage', path: `${folder}/${file}`, licenceStatedIn: `${folder}/_fetchers.py` };
}

/** Returns the location of a sample of scikit-learn, whose licence is in the README beside it. */
export function fromScikitLearn(file: string): Place {
  const folder = 'usr/lib/python3/dist-packages/sklearn/datasets/images';
  return { package: 'python3-sklearn', path: `${folder}/${file}`, licenceStatedIn: `${folder}/README.txt` };
}

/** Returns the title and address of a file page of Wikimedia Commons. @param name the file's name in the address */
export function onCommons(name: string): PhotoSource['source'] {
  return {
    title: decodeURIComponent(name)
      .replace(/\.[A-Za-z]+$/, '')
      .replaceAll('_', ' '),
    url: `https://commons.wikimedia.org/wiki/File:${name}`,
  };
}
