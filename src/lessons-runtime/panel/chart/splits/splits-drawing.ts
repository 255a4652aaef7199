import type { SplitsCall } from '../../../protocol/chart-call.ts';
import { element } from '../../dom/element.ts';
import { svgElement } from '../../dom/svg-element.ts';
import type { ChartWords } from '../chart-words.ts';
import { dotRadius, type SplitsLayout, splitsLayout } from './splits-layout.ts';
import { factsOf, splitText } from './splits-text.ts';
import { summariseSplits } from './summarise-splits.ts';

interface SplitsDrawing {
  /** Draws a comparison, or updates the drawing. The chosen split stays. */
  draw(call: SplitsCall): void;
}

const maxWidth = 720;
/** Below this width, in CSS pixels, the name of a strategy and its results are on two lines. */
const narrowWidth = 560;
const ticks = [0, 0.25, 0.5, 0.75, 1];
const maxNameLength = 40;

/**
 * Creates the drawing of a comparison of strategies in `area`: a row for each strategy with a dot for each split, lines that
 * join the dots of a split, and a button for each split, which highlights it and shows its results as text.
 */
export function createSplitsDrawing(
  area: HTMLElement,
  words: ChartWords,
  onDrawn: () => void,
): SplitsDrawing {
  const plot = element('div', { class: 'splits-plot' });
  const buttons = element('div', {
    class: 'splits-buttons',
    role: 'group',
    'aria-label': words.splits.splits,
  });
  const readout = element('p', { class: 'splits-readout' }, words.splits.choose);
  let shown: SplitsCall | null = null;
  let drawnWidth = 0;
  /** The split that a button has chosen, and the one under the pointer or with the focus. */
  let chosen: number | null = null;
  let pointed: number | null = null;
  area.append(plot, buttons, readout);

  function highlight(): void {
    const split = pointed ?? chosen;
    plot.toggleAttribute('data-highlighting', split !== null);
    for (const mark of plot.querySelectorAll<SVGElement>('[data-split]')) {
      mark.toggleAttribute('data-highlighted', mark.dataset['split'] === String(split));
    }
    for (const [index, button] of [...buttons.children].entries()) {
      button.setAttribute('aria-pressed', String(index === chosen));
    }
    readout.textContent =
      split === null || shown === null ? words.splits.choose : splitText(shown.data, split, words);
  }

  function point(split: number | null): void {
    pointed = split;
    highlight();
  }

  function choose(split: number): void {
    chosen = chosen === split ? null : split;
    pointed = null;
    highlight();
  }

  function createButton(split: number): HTMLButtonElement {
    const button = element('button', { type: 'button' });
    button.addEventListener('click', () => choose(split));
    button.addEventListener('focus', () => point(split));
    button.addEventListener('blur', () => point(null));
    return button;
  }

  function showButtons({ data }: SplitsCall): void {
    while (buttons.children.length > data.x.length) buttons.lastElementChild?.remove();
    while (buttons.children.length < data.x.length) buttons.append(createButton(buttons.children.length));
    for (const [split, button] of [...buttons.children].entries()) {
      button.textContent = String(data.x[split] ?? split);
      button.setAttribute('aria-label', splitText(data, split, words));
    }
  }

  function drawPlot(call: SplitsCall): void {
    drawnWidth = area.clientWidth;
    const before = new Set([...plot.querySelectorAll('circle')].map((dot) => dot.dataset['result']));
    plot.replaceChildren(splitsPlot(call, Math.max(240, Math.min(drawnWidth, maxWidth)), words));
    for (const dot of plot.querySelectorAll('circle')) {
      if (!before.has(dot.dataset['result'])) dot.toggleAttribute('data-new', true);
    }
    highlight();
    onDrawn();
  }

  const splitAt = (event: Event): number | null => {
    const mark = event.target instanceof Element ? event.target.closest<SVGElement>('[data-split]') : null;
    return mark === null ? null : Number(mark.dataset['split']);
  };
  plot.addEventListener('pointerover', (event) => point(splitAt(event)));
  plot.addEventListener('pointerleave', () => point(null));
  plot.addEventListener('click', (event) => {
    const split = splitAt(event);
    if (split !== null) choose(split);
  });

  new ResizeObserver(() => {
    if (shown !== null && area.clientWidth > 0 && area.clientWidth !== drawnWidth) drawPlot(shown);
  }).observe(area);

  return {
    draw(call) {
      shown = call;
      showButtons(call);
      drawPlot(call);
    },
  };
}

/** Creates the plot. Its attributes are presentation attributes, so that a saved picture looks the same. */
function splitsPlot({ data }: SplitsCall, width: number, words: ChartWords): SVGSVGElement {
  const isNarrow = width < narrowWidth;
  const layout = splitsLayout(data, width, isNarrow ? 2 : 1);
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font-ui').trim();
  const root = svgElement('svg', {
    width,
    height: layout.height,
    'font-family': font,
    'font-size': 16,
    fill: 'var(--ink)',
    'aria-hidden': 'true',
  });
  root.append(axis(layout, words), ...layout.rows.map(({ y }) => track(y, width)));
  for (const split of data.x.keys()) root.append(splitMarks(layout, split));
  root.append(...layout.rows.flatMap(meanMark), ...rowTexts(data, layout, isNarrow, words));
  return root;
}

function axis({ axisY, xOf }: SplitsLayout, words: ChartWords): SVGGElement {
  const marks = ticks.flatMap((share) => {
    const x = xOf(share);
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
    const labelX = share === 0 ? x - dotRadius : share === 1 ? x + dotRadius : x;
    return [
      svgElement('line', { x1: x, x2: x, y1: 0, y2: axisY, stroke: 'var(--line)' }),
      svgElement(
        'text',
        { x: labelX, y: axisY + 22, 'text-anchor': anchor, fill: 'var(--ink-soft)' },
        words.format.percent(share),
      ),
    ];
  });
  return svgElement('g', {}, ...marks);
}

function track(y: number, width: number): SVGLineElement {
  return svgElement('line', {
    x1: 0,
    x2: width,
    y1: y,
    y2: y,
    stroke: 'var(--line-strong)',
    'stroke-opacity': 0.5,
  });
}

/** Returns the dots of a split and the lines between them, with a wide invisible line as a target for the pointer. */
function splitMarks({ dots, links }: SplitsLayout, split: number): SVGGElement {
  const lines = links
    .filter((link) => link.split === split)
    .flatMap(({ from, to, falls }) => {
      const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      const colour = falls ? 'var(--bad)' : 'var(--water-2)';
      return [
        svgElement('line', { ...ends, stroke: 'transparent', 'stroke-width': 18 }),
        svgElement('line', {
          ...ends,
          class: 'splits-link',
          stroke: colour,
          'stroke-width': 1.5,
          'stroke-dasharray': falls ? '6 4' : 'none',
        }),
      ];
    });
  const circles = dots
    .filter((dot) => dot.split === split)
    .map(({ row, x, y }) =>
      svgElement('circle', {
        cx: x,
        cy: y,
        r: dotRadius,
        fill: 'var(--water-2)',
        stroke: 'var(--paper-raised)',
        'stroke-width': 1.5,
        'data-result': `${row}/${split}`,
      }),
    );
  return svgElement('g', { 'data-split': split }, ...lines, ...circles);
}

function meanMark({ y, meanX }: SplitsLayout['rows'][number]): readonly SVGElement[] {
  if (meanX === null) return [];
  const place = { x: meanX - 2, y: y - 24, width: 4, height: 48, rx: 1 };
  return [
    svgElement('rect', { ...place, fill: 'var(--ink)', stroke: 'var(--paper-raised)', class: 'splits-mean' }),
  ];
}

/** Returns the name and the results of each strategy. Their outline separates them from lines behind them. */
function rowTexts(
  data: SplitsCall['data'],
  { rows }: SplitsLayout,
  isNarrow: boolean,
  words: ChartWords,
): readonly SVGTextElement[] {
  const summary = summariseSplits(data);
  return rows.map(({ textY }, row) => {
    const strategy = summary.strategies[row];
    const { name = '' } = strategy ?? {};
    const facts = strategy === undefined ? [] : factsOf(strategy, summary, words);
    const short = name.length > maxNameLength ? `${name.slice(0, maxNameLength - 1)}…` : name;
    const next = isNarrow ? { x: 0, dy: 22 } : { dx: 14 };
    return svgElement(
      'text',
      {
        x: 0,
        y: textY,
        stroke: 'var(--paper-raised)',
        'stroke-width': 5,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
        'pointer-events': 'none',
      },
      svgElement('tspan', { 'font-weight': 600 }, short),
      svgElement('tspan', { ...next, fill: 'var(--ink-soft)' }, facts.join(' · ')),
    );
  });
}
