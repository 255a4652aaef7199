import { licenceUrls as photoLicences } from '../build-gallery/licences.ts';

/**
 * The licences that an icon may have. All allow modified copies under other terms, and sale. This excludes the GPL,
 * share-alike and non-commercial licences, and the OFL, whose clause 5 requires derived works to stay under the OFL.
 */
export const licenceUrls: Readonly<Record<string, string>> = {
  'public-domain': photoLicences['public-domain'],
  'CC0-1.0': photoLicences['CC0-1.0'],
  'CC-BY-3.0': 'https://creativecommons.org/licenses/by/3.0/',
  'CC-BY-4.0': photoLicences['CC-BY-4.0'],
  'Apache-2.0': 'https://www.apache.org/licenses/LICENSE-2.0',
  MIT: 'https://opensource.org/license/mit',
  ISC: 'https://opensource.org/license/isc-license-txt',
};
