import { licenceUrls as galleryLicences } from '../build-gallery/licences.ts';

/** The licences a photo of the data set may have, each with the address of its text. */
export const licenceUrls = {
  'public-domain': galleryLicences['public-domain'],
  'CC-BY-3.0': 'https://creativecommons.org/licenses/by/3.0/',
  'CC-BY-4.0': galleryLicences['CC-BY-4.0'],
  'CC-BY-SA-2.5': 'https://creativecommons.org/licenses/by-sa/2.5/',
  'CC-BY-SA-3.0': 'https://creativecommons.org/licenses/by-sa/3.0/',
  'CC-BY-SA-3.0-DE': 'https://creativecommons.org/licenses/by-sa/3.0/de/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
} as const;

export type Licence = keyof typeof licenceUrls;

const ports: Readonly<Record<string, string>> = {
  Generic: '',
  Unported: '',
  International: '',
  Germany: '-DE',
};

/**
 * Returns the SPDX identifier for a licence as the packages write it, for example
 * `Creative Commons Attribution-Share Alike 3.0 Unported` or `CC-BY-SA-4.0`.
 * @throws {Error} for a licence that photos of the data set may not have
 */
export function parseLicence(text: string): Licence {
  const found = /^Creative Commons Attribution(-Share Alike)? (\d\.\d) (\w+)/.exec(text);
  const port = ports[found?.[3] ?? ''];
  const id =
    found === null || port === undefined
      ? text.replace(/^public domain\b.*$/, 'public-domain')
      : `CC-BY${found[1] === undefined ? '' : '-SA'}-${found[2]}${port}`;
  if (!isLicence(id)) throw new Error(`no photo may have the licence "${text}"`);
  return id;
}

function isLicence(id: string): id is Licence {
  return Object.hasOwn(licenceUrls, id);
}
