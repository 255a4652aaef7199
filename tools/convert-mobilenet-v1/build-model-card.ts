import type { Measurement } from '../convert-efficientnet-lite0/measure-encodings.ts';
import { type Artifacts, countParameters } from '../convert-efficientnet-lite0/write-artifacts.ts';

/** Builds the model card for people and programs: origin, licence, input and output, limits, biases, accuracy. */
export function buildModelCard(
  artifacts: Artifacts,
  modelJson: string,
  setting: string,
  measured: readonly Measurement[],
): object {
  const { shards } = artifacts;
  const weightBytes = shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return {
    name: 'MobileNet V1 1.0 224',
    version: 1,
    task: 'image classification, 1000 classes of ImageNet (ILSVRC 2012)',
    author: 'Google (Howard et al., 2017)',
    licence: 'Apache-2.0',
    licenceFile: 'LICENSE.txt',
    paper:
      'Andrew G. Howard, Menglong Zhu, Bo Chen, Dmitry Kalenichenko, Weijun Wang, Tobias Weyand, Marco Andreetto, Hartwig Adam: MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications, 2017 (arXiv 1704.04861)',
    source: {
      title: 'MobileNet V1',
      origin: 'https://github.com/tensorflow/models/blob/master/research/slim/nets/mobilenet_v1.md',
      form: 'frozen TensorFlow graph in float32; where it was taken from, and its sha256, is in the NOTICE and the tool',
    },
    madeBy: 'tools/convert-mobilenet-v1',
    changes: [
      'layers named as in Keras; BatchNormalization kept as layers of its own, not folded',
      'the background class (output 0 of 1001) left out, so that the probabilities are renormalized over the 1000 classes',
      'some weights stored in fewer bits, see quantisation',
      "padding is TensorFlow's SAME throughout: Keras pads by ZeroPadding2D layers before convolutions of stride 2, which is the same for even sizes",
    ],
    parameters: countParameters(artifacts),
    published: {
      imagenetTop1: 0.709,
      imagenetTop5: 0.899,
      multiplyAdds: 569_000_000,
      of: 'the float32 original at 224×224, as its authors give it; not measured again on this copy',
    },
    energy: {
      ofTraining: null,
      note: 'Not published: neither the paper nor the page of the weights gives the energy, the hardware or the duration of the training.',
    },
    input: {
      shape: [null, null, null, 3],
      trainedAt: [224, 224, 3],
      colour: 'RGB, 0 to 255',
      preprocessing: '(x - 127.5) / 127.5',
    },
    output: {
      layer: 'predictions',
      shape: [null, 1000],
      meaning: 'probabilities',
      classOrder:
        'ILSVRC 2012 classes sorted by WordNet id: 0 is n01440764 (tench), 999 is n15075141 (toilet tissue)',
    },
    featureMap: { layer: 'conv_pw_13_relu', shape: [null, 'height / 32', 'width / 32', 1024] },
    files: {
      'model.json': new TextEncoder().encode(modelJson).length,
      ...Object.fromEntries(shards.map(({ path, bytes }) => [path, bytes.length])),
    },
    weightBytes,
    quantisation: {
      published: setting,
      rule: 'the smallest whose probabilities stay within 0.01 of float32 on every photo and whose five most probable classes keep their order',
      inMemory:
        'tfjs turns every weight back into float32 as it loads, so that all of them can be trained further',
      comparedWith: "the same network in float32, wasm backend, on the course's gallery",
      measured,
    },
    limits: [
      'Knows the 1000 classes of ImageNet and no others: it names one of them whatever the picture shows.',
      'Icons, drawings and medical images are far from what it has seen.',
      'Trained at 224×224: at other sizes it works, less accurately.',
      'Probabilities are not calibrated: a high one is no guarantee.',
    ],
    biases: [
      'Of the 1000 classes 118 are breeds of dogs and 5 are cats; there is hardly a class of people.',
      'The photos come from the web, about 45 % of them from the United States; objects and scenes of other places are recognized less well (Shankar et al., 2017, arXiv 1711.08536; de Vries et al., 2019, arXiv 1906.02659).',
      'Networks trained on ImageNet rely on texture more than on shape (Geirhos et al., 2019, arXiv 1811.12231).',
    ],
  };
}
