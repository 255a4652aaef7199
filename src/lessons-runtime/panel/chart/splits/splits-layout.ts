import type { SplitsCall } from '../../../protocol/chart-call.ts';
import { summariseSplits } from './summarise-splits.ts';

/** The place of a result in the drawing, in CSS pixels. */
interface Dot {
  readonly split: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** A line from the result of a split in one row to that in the next. */
interface Link {
  readonly split: number;
  readonly from: Dot;
  readonly to: Dot;
  /** Whether the result in the lower row is worse. */
  readonly falls: boolean;
}

export interface SplitsLayout {
  readonly height: number;
  /** Below this `y` there are no results: the place of the axis. */
  readonly axisY: number;
  readonly rows: readonly {
    /** The base line of the row's first text. */
    readonly textY: number;
    readonly y: number;
    /** The x of the mean; `null` without results. */
    readonly meanX: number | null;
  }[];
  readonly dots: readonly Dot[];
  readonly links: readonly Link[];
  /** Returns the x of a share. */
  readonly xOf: (share: number) => number;
}

export const dotRadius = 7;
const margin = 12;
const textHeight = 24;
/** The height of the results below the text of a row. */
const trackHeight = 62;
const axisHeight = 34;
/** Dots closer than this would overlap: one of them is moved up or down. */
const minDistance = 2 * dotRadius - 1;
const laneHeight = 13;
const lanes = [0, -1, 1] as const;

/**
 * Returns the places of all results: a row for each strategy, in which x is the accuracy from 0 to 100 %.
 * @param width in CSS pixels
 * @param textLines the number of lines of text in each row
 */
export function splitsLayout(data: SplitsCall['data'], width: number, textLines: 1 | 2): SplitsLayout {
  const xOf = (share: number): number => margin + Math.min(1, Math.max(0, share)) * (width - 2 * margin);
  const rowHeight = textLines * textHeight + trackHeight;
  const { strategies } = summariseSplits(data);
  const rows = strategies.map(({ mean }, row) => ({
    textY: row * rowHeight + textHeight - 6,
    y: row * rowHeight + textLines * textHeight + trackHeight / 2,
    meanX: mean === null ? null : xOf(mean),
  }));
  const dots = data.series.flatMap(({ values }, row) => {
    const places = Array.from(values, (value, split) => ({ split, row, x: xOf(value) })).filter(({ x }) =>
      Number.isFinite(x),
    );
    return spread(places, rows[row]?.y ?? 0);
  });
  const links = dots.flatMap((from) => {
    const to = dots.find(({ split, row }) => split === from.split && row === from.row + 1);
    return to === undefined ? [] : [{ split: from.split, from, to, falls: to.x < from.x }];
  });
  const axisY = strategies.length * rowHeight;
  return { height: axisY + axisHeight, axisY, rows, dots, links, xOf };
}

/** Moves dots of a row that would overlap to lanes above and below its middle. */
function spread(places: readonly Omit<Dot, 'y'>[], middle: number): readonly Dot[] {
  /** The x of the last dot in each lane. */
  const lastX = new Map<number, number>();
  return places
    .toSorted((one, other) => one.x - other.x)
    .map((place) => {
      const free = lanes.find((lane) => place.x - (lastX.get(lane) ?? -Infinity) >= minDistance) ?? 0;
      lastX.set(free, place.x);
      return { ...place, y: middle + free * laneHeight };
    });
}
