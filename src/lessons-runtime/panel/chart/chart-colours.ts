/**
 * Creates a Vega config with the colours of the page. They are CSS variables, so that a change of theme or printing does not
 * require a new drawing. Only the font is resolved, because Vega measures text with it.
 */
export function chartColours(target: Element) {
  const text = { labelColor: 'var(--ink-soft)', titleColor: 'var(--ink)' };
  return {
    background: 'transparent',
    customFormatTypes: true,
    font: getComputedStyle(target).getPropertyValue('--font-ui').trim(),
    axis: {
      ...text,
      tickColor: 'var(--line-strong)',
      domainColor: 'var(--line-strong)',
      gridColor: 'var(--line)',
      labelPadding: 6,
      titlePadding: 10,
      labelLimit: 160,
      labelOverlap: true,
      titleFontWeight: 'normal' as const,
    },
    axisY: { domain: false, ticks: false },
    legend: text,
    line: { strokeWidth: 2.5 },
    point: { size: 60, strokeWidth: 2 },
    view: { stroke: 'transparent' },
    range: {
      // The scheme that tfjs-vis documents for heatmaps.
      heatmap: { scheme: 'viridis' },
      category: [
        'var(--water-2)',
        'var(--syn-constant)',
        'var(--ok)',
        'var(--syn-type)',
        'var(--bad)',
        'var(--syn-function)',
        'var(--ink-soft)',
        'var(--ice-4)',
      ],
    },
  };
}
