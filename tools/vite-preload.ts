import type { Plugin } from 'vite';

const helperId = '\0vite/preload-helper.js';

/**
 * Returns a shorter version of Vite's helper for dynamic imports, which every page loads at first. It preloads all files
 * that a script imports. It does not support what this site does not use: styles of lazy scripts, nonces, Vite's events.
 */
function helper(base: string): string {
  return `const seen = new Set();
export function __vitePreload(load, files = []) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
  }
  return load();
}`;
}

/** Replaces Vite's helper for dynamic imports. */
export function preload(): Plugin {
  let base = '/';
  return {
    name: 'deshielo:preload',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    configResolved(config) {
      base = config.base;
    },
    load: (id) => (id === helperId ? helper(base) : undefined),
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        if (file.code.includes('Unable to preload CSS'))
          this.error(`${file.fileName} contains Vite’s helper; its module id may have changed`);
        if (file.isDynamicEntry && file.viteMetadata && file.viteMetadata.importedCss.size > 0)
          this.error(
            `${file.fileName} is imported dynamically and has styles, which the helper does not load`,
          );
      }
    },
  };
}
