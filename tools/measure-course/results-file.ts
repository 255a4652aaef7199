import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Measurement } from './measure-unit.ts';
import type { Unit } from './units.ts';

/** A measured unit, stored as one line of JSON. */
export interface UnitResult {
  readonly unit: Unit;
  readonly measurements: readonly Measurement[];
}

/** Reads the units that were measured so far. A last line that was cut off by an interruption is ignored. */
export function readResults(file: string): readonly UnitResult[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as UnitResult] : []));
}

/** Appends a measured unit. */
export function appendResult(file: string, result: UnitResult): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

/** Returns a text that identifies a unit. */
export function unitKey({ target, perClass, split }: Unit): string {
  return `${target}/${perClass}/${split}`;
}
