/** The licences that a photo may have, each with the address of its text or explanation. */
export const licenceUrls = {
  'public-domain': 'https://creativecommons.org/publicdomain/mark/1.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-2.0': 'https://creativecommons.org/licenses/by/2.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export type Licence = keyof typeof licenceUrls;
