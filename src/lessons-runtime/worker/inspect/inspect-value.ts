import type { Output } from '../../protocol/output.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { modelPart } from './model.ts';
import { asRows, tablePart } from './table.ts';
import { tensorPart } from './tensor.ts';
import { valueTree } from './value-tree.ts';

export interface Inspected {
  readonly part: Output;
  readonly transfer: readonly Transferable[];
}

/** A value shown as what it is: tensor, model, picture, table of records, else an expandable tree. */
export function inspectValue(tf: TensorFlow, value: unknown): Inspected | Promise<Inspected> {
  if (value instanceof tf.Tensor) return tensorPart(tf, value).then((part) => ({ part, transfer: [] }));
  if (value instanceof tf.LayersModel) return { part: modelPart(value), transfer: [] };
  if (typeof ImageData !== 'undefined' && value instanceof ImageData) return picture(value);
  const rows = asRows(value);
  if (rows !== null) return { part: tablePart(rows), transfer: [] };
  return { part: { kind: 'value', value: valueTree(value) }, transfer: [] };
}

/** The caption is the size: what a learner wants to know of a picture that goes into a network. */
function picture(image: ImageData): Inspected {
  const pixels = image.data.slice().buffer;
  return {
    part: {
      kind: 'image',
      width: image.width,
      height: image.height,
      pixels,
      caption: `${image.width} × ${image.height}`,
    },
    transfer: [pixels],
  };
}
