/** The compiled builds of `assembly/` as Base64 text, the best first: no file to fetch, no address to know. */
export declare const compiledBuilds: readonly string[];
