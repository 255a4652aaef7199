/** Replaces `vega` in vega-embed: expressions are interpreted, not compiled (see `tools/vite-charts.ts`). */
export * from 'vega';
export { expressionInterpreter } from 'vega-interpreter';
