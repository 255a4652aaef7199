/** Vega as vega-embed sees it: with an expression interpreter in the place of its compiler (see `tools/vite-charts.ts`). */
export * from 'vega';
export { expressionInterpreter } from 'vega-interpreter';
