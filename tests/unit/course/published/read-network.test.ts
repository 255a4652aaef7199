import { describe, expect, it } from 'vitest';
import { readNetwork } from '../../../../src/course/published/read-network.ts';
import { measuredLayers } from '../../../../src/lessons-runtime/kernel/inspect/model.ts';
import { openMobileNet, openModel } from '../../models/open-model.ts';

describe('readNetwork', () => {
  it.each([
    ['mobilenet-v1@1', 4_253_864, 1000, 'conv_preds'],
    ['efficientnet-lite0', 4_630_000, 1000, 'logits'],
    ['icon-net', 208_000, 204, 'logits'],
    ['drawing-net', 700_000, 345, 'logits'],
  ])('%s has its parameters, classes and classifier', (name, parameters, classes, head) => {
    const network = readNetwork(name);
    const total = network.layers.reduce((sum, layer) => sum + (layer.parameters ?? 0), 0);
    expect(total / parameters).toBeGreaterThan(0.95);
    expect(total / parameters).toBeLessThan(1.05);
    expect(network.classes).toBe(classes);
    expect(network.layers[network.head]?.name).toBe(head);
  });

  it.each([
    ['mobilenet-v1', openMobileNet()],
    ['efficientnet-lite0', openModel()],
  ])('the layers of %s equal those that TensorFlow.js reports', async (name, open) => {
    const model = await open({ weights: null, inputShape: [224, 224, 3] });
    const rows = ({
      name,
      outputShape,
      parameters,
    }: {
      readonly name: string;
      readonly outputShape: string;
      readonly parameters: number | null;
    }) => [name, outputShape, parameters];
    expect(readNetwork(name).layers.map(rows)).toEqual(measuredLayers(model).map(({ row }) => rows(row)));
    model.dispose();
  });

  it('rejects a name that is not published', () => {
    expect(() => readNetwork('resnet')).toThrow(/mobilenet-v1, efficientnet-lite0/);
  });
});
