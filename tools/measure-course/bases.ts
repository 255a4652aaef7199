import type * as TensorFlow from '@tensorflow/tfjs';
import {
  createPreprocessInput,
  efficientNetLite0Normalization,
  mobileNetNormalization,
} from '../../src/lessons-runtime/models/preprocess-input.ts';
import type { openCourseFiles } from '../open-course-files.ts';

/** `other-pair` is the small network trained on two other kinds of thing. */
export type BaseName = 'other-pair' | 'drawing-net' | 'icon-net' | 'mobilenet' | 'efficientnet-lite0';

/** A network without a classifier. */
export interface Base {
  /** Input [batch, side, side, 3], output pooled features [batch, features]. */
  readonly model: TensorFlow.LayersModel;
  /** Converts pictures with values from 0 to 1 to the network's input. Returns a new tensor. */
  toInput(pictures: TensorFlow.Tensor4D): TensorFlow.Tensor4D;
  /** Whether a layer belongs to the last block of convolutions. */
  isInLastBlock(layer: string): boolean;
}

/** The layers of the last block of each network. */
export const lastBlocks: Readonly<Record<BaseName, RegExp>> = {
  'other-pair': /^small_conv5/,
  'drawing-net': /^conv[56]$/,
  'icon-net': /^conv5$/,
  mobilenet: /^conv_(?:dw|pw)_13/,
  'efficientnet-lite0': /^(?:block7a|head_conv)/,
};

/** Loads a pretrained network, or its architecture with random weights. */
export async function loadBase(
  tf: typeof TensorFlow,
  files: ReturnType<typeof openCourseFiles>,
  name: Exclude<BaseName, 'other-pair'>,
  { side, isRandom }: { readonly side: number; readonly isRandom: boolean },
): Promise<Base> {
  const options = { includeTop: false, pooling: 'avg', inputShape: [side, side, 3] } as const;
  const random = isRandom ? ({ weights: null } as const) : {};
  const load = {
    'drawing-net': () =>
      files.drawingNet({ ...options, weights: isRandom ? null : ('quickdraw-341' as const) }),
    'icon-net': () => files.iconNet({ ...options, ...random }),
    mobilenet: () => files.mobileNet({ ...options, ...random }),
    'efficientnet-lite0': () => files.efficientNetLite0({ ...options, ...random }),
  };
  return {
    model: await load[name](),
    toInput: inputOf(tf, name),
    isInLastBlock: (layer) => lastBlocks[name].test(layer),
  };
}

/** Returns the function that converts pictures with values from 0 to 1 to a network's input. */
export function inputOf(tf: typeof TensorFlow, name: BaseName): Base['toInput'] {
  if (name !== 'mobilenet' && name !== 'efficientnet-lite0') return (pictures) => pictures.clone();
  const normalization = name === 'mobilenet' ? mobileNetNormalization : efficientNetLite0Normalization;
  const preprocessInput = createPreprocessInput(tf, normalization);
  return (pictures) => tf.tidy(() => preprocessInput(pictures.mul(255)));
}
