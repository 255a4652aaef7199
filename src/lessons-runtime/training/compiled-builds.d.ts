/** The compiled builds of `assembly/` as Base64 text, in order of preference. As text they need no file and no URL. */
export declare const compiledBuilds: readonly string[];
