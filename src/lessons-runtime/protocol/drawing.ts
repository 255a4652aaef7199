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

/** Without leading zeros, so that equal drawings have equal texts. */
const point = '(?:0|[1-9]\\d{0,2}),(?:0|[1-9]\\d{0,2})';
const pointsPattern = new RegExp(`^${point}(?: ${point})*$`);

function isStroke(text: string): boolean {
  if (text.length > drawingLimits.characters || !pointsPattern.test(text)) return false;
  return text.split(/[ ,]/).every((value) => Number(value) <= largestCoordinate);
}
