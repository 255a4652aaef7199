import * as v from 'valibot';

/** How long a cell took on this device. */
const runTimeSchema = v.object({
  /** The lesson and the cell: `03-transfer/from-zero`. */
  cell: v.string(),
  /** A digest of the code that ran (`codeDigest`). */
  code: v.string(),
  backend: v.string(),
  seconds: v.pipe(v.number(), v.minValue(0)),
  /** How long the authored code took where it was measured, if that is known and the code was not edited. */
  reference: v.nullable(v.number()),
});

export type RunTime = v.InferOutput<typeof runTimeSchema>;

/** What is about to run. */
export type CellToRun = Omit<RunTime, 'seconds'>;

/** One for each cell and backend; the course has less than 100 cells. */
const timesLimit = 200;
/** The speed of the device follows from its latest runs. */
const speedRuns = 15;
/** Shorter runs say little about the speed of the device. */
const shortestReference = 0.5;

/** Reads stored times, the oldest first; `[]` if they are invalid. */
export function parseRunTimes(text: string | null): readonly RunTime[] {
  try {
    const parsed = v.safeParse(v.array(runTimeSchema), JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

/** Adds a time, which replaces that of the same cell and backend. The oldest times are dropped. */
export function addRunTime(times: readonly RunTime[], added: RunTime): readonly RunTime[] {
  const others = times.filter(({ cell, backend }) => cell !== added.cell || backend !== added.backend);
  return [...others, added].slice(-timesLimit);
}

/**
 * Estimates how long a cell will take: as long as the same code took on this device, otherwise as long as the authored code took
 * where it was measured, times the speed of this device. A time on another backend is scaled by the speeds of both.
 *
 * @param times the oldest first
 * @returns seconds; `null` if neither is known
 */
export function estimateSeconds(
  times: readonly RunTime[],
  { cell, code, backend, reference }: CellToRun,
): number | null {
  const same = times.filter((time) => time.cell === cell && time.code === code);
  const own = same.find((time) => time.backend === backend);
  if (own !== undefined) return own.seconds;
  const speed = slowness(times, backend);
  if (speed === null) return null;
  for (const time of same.toReversed()) {
    const other = slowness(times, time.backend);
    if (other !== null) return (time.seconds * speed) / other;
  }
  return reference === null ? null : reference * speed;
}

/** Returns how many times as long as the reference cells take on this device: the median of its latest runs; `null` without runs. */
function slowness(times: readonly RunTime[], backend: string): number | null {
  const ratios = times
    .filter((time) => time.backend === backend)
    .flatMap(({ seconds, reference }) =>
      reference === null || reference < shortestReference ? [] : [seconds / reference],
    )
    .slice(-speedRuns)
    .sort((one, other) => one - other);
  const [low, high] = [ratios[(ratios.length - 1) >> 1], ratios[ratios.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Rounds an estimate to what it is worth: seconds below 10, then steps of 5, 10 and 30 seconds. */
export function roundEstimate(seconds: number): number {
  const step = seconds < 10 ? 1 : seconds < 60 ? 5 : seconds < 180 ? 10 : 30;
  return Math.round(seconds / step) * step;
}

/** Returns a short digest of code, the same for both languages of a cell: comments and white space do not count (FNV-1a). */
export function codeDigest(source: string): string {
  let hash = 0x811c9dc5;
  for (const character of source.replace(/\/\/.*|\s+/g, '')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
