/** What the digest of a file says: the file is as it was made, it was changed since, or it never had one. */
export const digestStates = ['fits', 'broken', 'none'] as const;
export type DigestState = (typeof digestStates)[number];
