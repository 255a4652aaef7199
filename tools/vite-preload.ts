import type { Plugin } from 'vite';

const helperId = '\0vite/preload-helper.js';

/**
 * Vite's helper around each dynamic import, less what this site has no use for (styles of lazy scripts, nonces, its own events):
 * it comes with every page before anything is pressed. It asks at once for all that the script imports.
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
          this.error(`${file.fileName} has Vite’s own helper: did its name change?`);
        if (file.isDynamicEntry && file.viteMetadata && file.viteMetadata.importedCss.size > 0)
          this.error(`${file.fileName} is loaded later and has styles, which are not waited for`);
      }
    },
  };
}
