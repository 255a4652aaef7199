import type { Shown } from '../capture-output.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { modelPart } from './model.ts';
import { tablePart } from './table.ts';
import { tensorPart } from './tensor.ts';
import { valueTree } from './value-tree.ts';

/** Of a side, as the page takes pictures. */
const pictureLimit = 4096;

/** A value shown as what it is: tensor, model, picture, table of records, else an expandable tree. Never throws. */
export function inspectValue(tf: TensorFlow, value: unknown): Shown | Promise<Shown> {
  try {
    if (value instanceof tf.Tensor) return tensorPart(tf, value).then((part) => ({ part, transfer: [] }));
    if (value instanceof tf.LayersModel) return { part: modelPart(value), transfer: [] };
    if (typeof ImageData !== 'undefined' && value instanceof ImageData) return picture(value);
    const part = tablePart(value) ?? ({ kind: 'value', value: valueTree(value) } as const);
    return { part, transfer: [] };
  } catch {
    // A proxy can throw at any question; the tree asks none that it does not catch.
    return { part: { kind: 'value', value: valueTree(value) }, transfer: [] };
  }
}

/** The caption is the size: what a learner wants to know of a picture that goes into a network. */
function picture(image: ImageData): Shown {
  if (Math.max(image.width, image.height) > pictureLimit) {
    const text = `ImageData ${image.width} × ${image.height}`;
    return { part: { kind: 'value', value: { type: 'object', text } }, transfer: [] };
  }
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
