import type { DrawnCall } from '../../protocol/chart-call.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountPart } from '../dom/mount-part.ts';
import type { LineStyle } from './line-settings.ts';

/** The share of time that a live chart may take for drawing. The rest is left to the page and the training. */
const drawingShare = 0.1;
const minPauseMilliseconds = 100;
/** The smallest change of width, in CSS pixels, that causes a new drawing. */
const minWidthChange = 24;

interface ChartDrawing {
  /** Draws a call when the current drawing and the pause after it are over, unless a newer call replaces it. */
  draw(call: DrawnCall): void;
}

/**
 * Creates what draws the calls of a chart in `area`, one at a time and within a share of the time.
 * @param figure the element that offers a retry if tfjs-vis cannot be loaded
 * @param styles of the lines of a line chart; by default their positions determine them
 * @param events `onFailed` gets the error of tfjs-vis for data that it cannot draw, or the failure to load it
 */
export function createChartDrawing(
  area: HTMLElement,
  figure: HTMLElement,
  styles: readonly LineStyle[] | undefined,
  events: { readonly onDrawn: () => void; readonly onFailed: (error: unknown) => void },
): ChartDrawing {
  let pending: DrawnCall | null = null;
  let latest: DrawnCall | null = null;
  let isDrawing = false;
  let drawnWidth = 0;

  const load = once(() => loadPart(() => import('./draw-chart.ts')));

  async function drawWhenLoaded(): Promise<void> {
    try {
      await load();
    } catch (error) {
      events.onFailed(error);
      throw error;
    }
    void drawPending();
  }

  async function drawPending(): Promise<void> {
    if (isDrawing) return;
    isDrawing = true;
    try {
      const { drawChart } = await load();
      while (pending !== null) {
        const call = pending;
        pending = null;
        const start = performance.now();
        drawnWidth = area.clientWidth;
        await drawChart(area, call, drawnWidth, styles);
        events.onDrawn();
        const duration = performance.now() - start;
        await pause(Math.max(minPauseMilliseconds, (duration * (1 - drawingShare)) / drawingShare));
      }
    } catch (error) {
      events.onFailed(error);
    } finally {
      isDrawing = false;
    }
    if (pending !== null) await drawPending();
  }

  const resized = new ResizeObserver(() => {
    if (latest === null || drawnWidth === 0 || area.clientWidth === 0) return;
    if (Math.abs(area.clientWidth - drawnWidth) < minWidthChange) return;
    pending = latest;
    mountPart(figure, drawWhenLoaded);
  });
  resized.observe(area);

  return {
    draw(call) {
      pending = call;
      latest = call;
      mountPart(figure, drawWhenLoaded);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
