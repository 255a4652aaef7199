import * as v from 'valibot';
import { classNameSchema, strokesSchema } from '../../protocol/drawing.ts';
import type { Stroke } from '../../protocol/strokes.ts';
import { type ReadResult, readJson } from './file-problem.ts';
import { drawingsFormat } from './formats.ts';
import { parseWith, versionOf } from './parse-file.ts';

const version = 1;

/** Upper limits of a file of drawings. */
export const drawingsFileLimits = {
  /** Size of the file in bytes: above that of the 10 classes of a pad, each with the most drawings of the largest size. */
  bytes: 200_000_000,
  /** Nesting of objects and arrays. A file of drawings has 5 levels. */
  depth: 8,
  classes: 400,
} as const;

/** The drawings of a class in a file, each as its strokes. */
export interface ClassDrawings {
  readonly name: string;
  readonly drawings: readonly (readonly Stroke[])[];
}

const content = v.object({
  classes: v.pipe(
    v.array(
      v.object({
        name: classNameSchema,
        // Not limited, because merging records can give a class more drawings than a pad adds.
        drawings: v.array(strokesSchema),
      }),
    ),
    v.maxLength(drawingsFileLimits.classes),
  ),
});

/** Returns the text of a file of drawings, which other learners can import. It says nothing about who drew them, or when. */
export function writeDrawingsFile(classes: readonly ClassDrawings[]): string {
  return `${JSON.stringify({ format: drawingsFormat, version, classes }, null, 1)}\n`;
}

/** Parses a file of drawings. The file is refused if any part of it is invalid. */
export function readDrawingsFile(text: string): ReadResult<readonly ClassDrawings[]> {
  const json = readJson(text, drawingsFileLimits.depth);
  if (!json.ok) return json;
  const found = versionOf(json.value, drawingsFormat, version);
  if (!found.ok) return found;
  const parsed = parseWith(content, json.value, '');
  return parsed.ok ? { ok: true, value: parsed.value.classes } : parsed;
}
