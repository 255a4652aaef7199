/** tfjs-core as tfjs-vis sees it on the page: no tensor ever gets here (see `tools/vite-charts.ts`). */
export class Tensor {}
