import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const chart = (file: string) =>
  fileURLToPath(new URL(`../src/lessons-runtime/panel/chart/${file}`, import.meta.url));

/**
 * Lets tfjs-vis draw under a CSP without `unsafe-eval`, and without a second tfjs in the page:
 * Vega's expressions are interpreted instead of compiled with `new Function`, and tensors stay in the worker.
 */
const replacements: readonly { readonly importer: string; readonly id: string; readonly file: string }[] = [
  { importer: '/@tensorflow/tfjs-vis/', id: 'vega-embed', file: 'embed-interpreted.ts' },
  { importer: '/vega-embed/', id: 'vega', file: 'vega-interpreted.ts' },
  { importer: '/@tensorflow/tfjs-vis/', id: '@tensorflow/tfjs-core', file: 'no-tensors.ts' },
  {
    importer: '/@tensorflow/tfjs-vis/',
    id: '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops',
    file: 'no-tensors.ts',
  },
];

export function charts(): Plugin {
  return {
    name: 'deshielo:charts',
    enforce: 'pre',
    resolveId(id, importer) {
      const path = importer?.replaceAll('\\', '/');
      const found = replacements.find((replaced) => replaced.id === id && path?.includes(replaced.importer));
      return found === undefined ? undefined : chart(found.file);
    },
  };
}
