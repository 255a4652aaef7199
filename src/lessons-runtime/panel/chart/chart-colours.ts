/** A Vega config in the colours of the page as it is now: light or dark. Drawn as SVG, so that text stays text. */
export function chartColours(target: Element) {
  const style = getComputedStyle(target);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const text = { labelColor: colour('--ink-soft'), titleColor: colour('--ink') };
  const font = style.getPropertyValue('--font-ui').trim();
  return {
    background: 'transparent',
    font,
    axis: {
      ...text,
      domainColor: colour('--line-strong'),
      tickColor: colour('--line-strong'),
      gridColor: colour('--line'),
      labelLimit: 160,
      titleFontWeight: 'normal' as const,
    },
    legend: text,
    view: { stroke: 'transparent' },
    range: {
      category: [
        colour('--water-2'),
        colour('--thaw-line'),
        colour('--ok'),
        colour('--syn-type'),
        colour('--bad'),
      ],
    },
  };
}
