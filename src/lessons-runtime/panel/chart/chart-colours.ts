/**
 * A Vega config in the colours of the page. They are the page's own variables, so that a drawing follows a change of theme,
 * and paper when it is printed, without being drawn anew; only the font is looked up, since Vega measures text with it.
 */
export function chartColours(target: Element) {
  const text = { labelColor: 'var(--ink-soft)', titleColor: 'var(--ink)' };
  return {
    background: 'transparent',
    font: getComputedStyle(target).getPropertyValue('--font-ui').trim(),
    axis: {
      ...text,
      domainColor: 'var(--line-strong)',
      tickColor: 'var(--line-strong)',
      gridColor: 'var(--line)',
      labelLimit: 160,
      labelOverlap: true,
      titleFontWeight: 'normal' as const,
    },
    legend: text,
    view: { stroke: 'transparent' },
    range: {
      // As tfjs-vis documents its heatmaps.
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
