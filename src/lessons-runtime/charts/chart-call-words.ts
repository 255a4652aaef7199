import { formatFor } from '../shared/format.ts';
import { defineWords } from '../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

const es = {
  noSurface: (path: string) => `tfvis.${path} espera una superficie como primer argumento: { name: '…' }`,
  noPage: (member: string) =>
    `Una celda no llega al documento de la página: «${member}» solo sirve para pasárselo a las funciones de tfvis.`,
  /** @param expected an example in code; @param found the place that differs */
  badShape: (path: string, expected: string, found: string) =>
    `tfvis.${path} espera ${expected}; ${found} no es así.`,
  tooMany: (path: string, what: string, limit: number, count: number) =>
    `tfvis.${path} dibuja aquí hasta ${spanish.count(limit)} (${what}), y hay ${spanish.count(count)}: pásale menos o promédialos antes.`,
  noMetric: (metric: string, known: readonly string[]) =>
    `El historial no tiene «${metric}»; tiene: ${spanish.list(known.map((name) => `«${name}»`)) || 'nada'}.`,
};

const en: typeof es = {
  noSurface: (path) => `tfvis.${path} expects a surface as its first argument: { name: '…' }`,
  noPage: (member) =>
    `A cell does not reach the page’s document: “${member}” is good only for passing it to the functions of tfvis.`,
  badShape: (path, expected, found) => `tfvis.${path} expects ${expected}; ${found} is not so.`,
  tooMany: (path, what, limit, count) =>
    `tfvis.${path} draws up to ${english.count(limit)} here (${what}), and there are ${english.count(count)}: pass fewer, or average them first.`,
  noMetric: (metric, known) =>
    `The history has no “${metric}”; it has: ${english.list(known.map((name) => `“${name}”`)) || 'nothing'}.`,
};

/** Words for the facade's own errors about calls that cannot be drawn; tfjs-vis's errors keep their messages. */
export const chartCallWords = defineWords({ es, en });

export type ChartCallWords = typeof es;
