/** A position in a cell's source; line and column are 1-based. */
interface CellPlace {
  readonly cell: string;
  readonly line: number;
  readonly column: number;
}

type MapPosition = (line: number, column: number) => { readonly line: number; readonly column: number };

/** Matches a stack frame in a cell: `(cell-predict.r3.ts:4:7)` or `@cell-predict.r3.ts:4:7`. */
const frame = /cell-([\w-]+)\.r(\d+)\.ts:(\d+):(\d+)/;

/** Finds positions in cells in a stack trace. */
export interface CellPlaces {
  /** Registers the function that maps positions in the compiled code of a run to the source. */
  remember(cell: string, run: number, mapPosition: MapPosition): void;
  /** Returns the positions of the frames in cells, innermost first. */
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
