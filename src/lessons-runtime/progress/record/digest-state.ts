/**
 * What the digest of a file shows: `fits` if the content is unchanged, `broken` if it was changed after it was written, `none`
 * if the file has none (older exports have none). Stored with each imported attempt as `seal`.
 */
export const digestStates = ['fits', 'broken', 'none'] as const;
export type DigestState = (typeof digestStates)[number];
