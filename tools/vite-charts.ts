import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const chart = (file: string) =>
  fileURLToPath(new URL(`../src/lessons-runtime/panel/chart/${file}`, import.meta.url));

/**
 * The modules that are replaced, so that tfjs-vis works under a CSP without `unsafe-eval` and without tfjs in the page:
 * Vega interprets its expressions instead of compiling them with `new Function`; snapshots with statistics computed in the
 * worker replace tensors; numbers and table headings are written in the page's language.
 */
const replacements: readonly { readonly importer: string; readonly id: string; readonly file: string }[] = [
  { importer: '/@tensorflow/tfjs-vis/', id: 'vega-embed', file: 'embed-interpreted.ts' },
  { importer: '/vega-embed/', id: 'vega', file: 'vega-interpreted.ts' },
  { importer: '/@tensorflow/tfjs-vis/', id: '@tensorflow/tfjs-core', file: 'snapshot-tensor.ts' },
  {
    importer: '/@tensorflow/tfjs-vis/',
    id: '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops',
    file: 'snapshot-tensor.ts',
  },
  { importer: '/@tensorflow/tfjs-vis/dist/show/', id: '../util/math', file: 'snapshot-tensor.ts' },
  { importer: '/@tensorflow/tfjs-vis/dist/render/', id: 'd3-format', file: 'tfvis-format.ts' },
  { importer: '/@tensorflow/tfjs-vis/dist/show/', id: '../render/table', file: 'tfvis-table.ts' },
  { importer: '/@tensorflow/tfjs-vis/dist/render/histogram', id: './table', file: 'tfvis-table.ts' },
];

/** tfjs-vis selects a plot by `[data-name=${name}]`, which is not a valid selector for a metric such as `my metric`. */
const bareName = 'div[data-name=$' + '{name}]';
const quotedName = 'div[data-name="$' + '{CSS.escape(name)}"]';

/** Makes the statistics functions of tfjs-vis, the only ones in the worker, use the kernel's tfjs (`charts/maths-core.ts`). */
export function chartMaths(): Plugin {
  const core = fileURLToPath(new URL('../src/lessons-runtime/charts/maths-core.ts', import.meta.url));
  return {
    name: 'deshielo:chart-maths',
    enforce: 'pre',
    resolveId(id, importer) {
      const isMaths = importer?.replaceAll('\\', '/').includes('/@tensorflow/tfjs-vis/');
      return id === '@tensorflow/tfjs-core' && isMaths ? core : undefined;
    },
  };
}

/** Replaces modules of tfjs-vis and Vega in the page. */
export function charts(): Plugin {
  return {
    name: 'deshielo:charts',
    enforce: 'pre',
    resolveId(id, importer) {
      const path = importer?.replaceAll('\\', '/');
      const found = replacements.find((replaced) => replaced.id === id && path?.includes(replaced.importer));
      return found === undefined ? undefined : chart(found.file);
    },
    transform(code, id) {
      if (!id.replaceAll('\\', '/').includes('/@tensorflow/tfjs-vis/dist/util/dom.js')) return undefined;
      if (!code.includes(bareName))
        throw new Error('tfjs-vis no longer selects plots as tools/vite-charts.ts expects');
      return { code: code.replace(bareName, quotedName), map: null };
    },
  };
}
