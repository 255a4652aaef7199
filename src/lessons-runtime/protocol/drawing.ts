import * as v from 'valibot';
import { drawingLimits, largestCoordinate } from './strokes.ts';

/** A class of drawings, as named in the manifest of the drawings: `butterfly`. */
export const classNameSchema = v.pipe(
  v.string(),
  v.maxLength(drawingLimits.name),
  v.check((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name), 'class'),
);

const stroke = v.custom<string>((value) => typeof value === 'string' && isStroke(value), 'points');

/** The strokes of a drawing. */
export const strokesSchema = v.pipe(
  v.array(stroke),
  v.check((strokes) => strokes.length > 0, 'points'),
  v.maxLength(drawingLimits.strokes),
  v.check((strokes) => strokes.join(' ').length <= drawingLimits.characters, 'points'),
);

function isStroke(text: string): boolean {
  if (text.length > drawingLimits.characters || !/^\d{1,3},\d{1,3}(?: \d{1,3},\d{1,3})*$/.test(text))
    return false;
  return text.split(/[ ,]/).every((value) => Number(value) <= largestCoordinate);
}
