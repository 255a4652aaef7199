import type { DrawnCall } from '../../protocol/chart-call.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountPart } from '../dom/mount-part.ts';

/** The part of its time that a live chart may spend on being drawn: the rest is the page's, and the training's. */
const drawingShare = 0.1;
const leastPause = 100;
/** A change of width that is worth drawing anew, in CSS pixels. */
const noticedWidth = 24;

/** Keeps a drawing in step with the newest call: one at a time, none twice, never more than its share of the time. */
interface ChartDrawing {
  draw(call: DrawnCall): void;
}

/**
 * @param onFailed what tfjs-vis says of data that it cannot draw, or that it could not be loaded; `place` then offers to try
 *   again
 */
export function createChartDrawing(
  area: HTMLElement,
  place: HTMLElement,
  events: { readonly onDrawn: () => void; readonly onFailed: (error: unknown) => void },
): ChartDrawing {
  let wanted: DrawnCall | null = null;
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
    void drawWanted();
  }

  async function drawWanted(): Promise<void> {
    if (isDrawing) return;
    isDrawing = true;
    try {
      const { drawChart } = await load();
      while (wanted !== null) {
        const call = wanted;
        wanted = null;
        const began = performance.now();
        drawnWidth = area.clientWidth;
        await drawChart(area, call, drawnWidth);
        events.onDrawn();
        const took = performance.now() - began;
        await pause(Math.max(leastPause, (took * (1 - drawingShare)) / drawingShare));
      }
    } catch (error) {
      events.onFailed(error);
    } finally {
      isDrawing = false;
    }
    if (wanted !== null) await drawWanted();
  }

  const resized = new ResizeObserver(() => {
    if (latest === null || drawnWidth === 0 || area.clientWidth === 0) return;
    if (Math.abs(area.clientWidth - drawnWidth) < noticedWidth) return;
    wanted = latest;
    mountPart(place, drawWhenLoaded);
  });
  resized.observe(area);

  return {
    draw(call) {
      wanted = call;
      latest = call;
      mountPart(place, drawWhenLoaded);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
