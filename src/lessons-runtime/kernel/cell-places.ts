/** A place in a cell's source as the learner wrote it; line and column are 1-based. */
interface CellPlace {
  readonly cell: string;
  readonly line: number;
  readonly column: number;
}

type MapPosition = (line: number, column: number) => { readonly line: number; readonly column: number };

/** Engines write a frame as `(cell-predict.r3.ts:4:7)` or `@cell-predict.r3.ts:4:7`. */
const frame = /cell-([\w-]+)\.r(\d+)\.ts:(\d+):(\d+)/;

/** Finds the learner's own lines in an engine's stack. */
export interface CellPlaces {
  remember(cell: string, run: number, mapPosition: MapPosition): void;
  /** The frames that lie in cells, innermost first. */
  trace(stack: string): readonly CellPlace[];
}

export function createCellPlaces(): CellPlaces {
  const maps = new Map<string, MapPosition>();
  return {
    remember(cell, run, mapPosition) {
      maps.set(`${cell}.r${run}`, mapPosition);
    },
    trace(stack) {
      return stack.split('\n').flatMap((text) => {
        const found = frame.exec(text);
        const map = found === null ? undefined : maps.get(`${found[1]}.r${found[2]}`);
        if (found === null || map === undefined) return [];
        return [{ cell: found[1] ?? '', ...map(Number(found[3]), Number(found[4])) }];
      });
    },
  };
}
