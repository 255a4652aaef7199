/** The module of Vega that computes bins. It is a dependency of tfjs-vis and has no types. */
declare module 'vega-statistics' {
  export function bin(options: { readonly extent: readonly [number, number]; readonly maxbins: number }): {
    readonly start: number;
    readonly stop: number;
    readonly step: number;
  };
}
