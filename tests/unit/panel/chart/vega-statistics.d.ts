/** The part of Vega that chooses bins; it comes with tfjs-vis, without types. */
declare module 'vega-statistics' {
  export function bin(options: { readonly extent: readonly [number, number]; readonly maxbins: number }): {
    readonly start: number;
    readonly stop: number;
    readonly step: number;
  };
}
