import { describe, expect, it } from 'vitest';
import { networkStrata } from '../../../../src/components/lesson/figures/network-strata.ts';
import { readNetwork } from '../../../../src/course/published/read-network.ts';
import {
  bindNetwork,
  chooseModel,
  movedBlocks,
  type ReportedModel,
} from '../../../../src/lessons-runtime/panel/figures/bind-network.ts';
import type { LayerRow } from '../../../../src/lessons-runtime/panel/output/layer-blocks.ts';
import type { OutputOf } from '../../../../src/lessons-runtime/protocol/output.ts';

const network = readNetwork('icon-net');
const base = network.layers.slice(0, network.head);
const drawn = networkStrata(network, 'frozen', 2, 'new head');
const head: LayerRow = {
  name: 'dense_1',
  type: 'Dense',
  outputShape: '[null, 2]',
  parameters: 258,
  trainable: true,
};

function model(layers: readonly LayerRow[], more: Partial<OutputOf<'layers'>> = {}): OutputOf<'layers'> {
  return {
    kind: 'layers',
    id: 'network-1',
    name: 'model',
    layers: [...layers],
    parameters: 0,
    trainableParameters: 0,
    line: null,
    compiled: 'never',
    isDisposed: false,
    ...more,
  };
}
const frozen = base.map((layer) => ({ ...layer, trainable: false, block: 'icon-net' }));
const statesOf = (layers: readonly LayerRow[]) =>
  bindNetwork(drawn, model(layers))?.map(({ state }) => state);

describe('bindNetwork', () => {
  it('finds the blocks of the base, and takes what follows for the classifier', () => {
    const live = bindNetwork(drawn, model([...frozen, head]));
    expect(live?.map(({ state }) => state)).toEqual([...Array(5).fill('frozen'), 'trainable']);
    expect(live?.at(-1)).toMatchObject({ name: 'dense_1', parameters: 258, outputShape: '[null, 2]' });
  });

  it('gives the indices at which a block starts and ends in the model', () => {
    const live = bindNetwork(drawn, model([...frozen, head])) ?? [];
    // Each block after the first starts where the one before it ends, so that nothing is skipped by freezing.
    expect(live[0]?.from).toBe(0);
    for (const [place, { from }] of live.slice(1).entries()) expect(from).toBe(live[place]?.to);
    expect(live.at(-1)?.to).toBe(base.length + 1);
  });

  it('marks what was cut off as removed', () => {
    expect(statesOf(frozen)?.at(-1)).toBe('removed');
    const upToThird = base.slice(
      0,
      base.findIndex(({ name }) => name === 'conv4'),
    );
    expect(statesOf(upToThird)).toEqual([...Array(3).fill('trainable'), ...Array(3).fill('removed')]);
  });

  it('rejects another network whose layers have the same names', () => {
    const other = readNetwork('drawing-net');
    expect(bindNetwork(drawn, model(other.layers))).toBeNull();
  });

  it('keeps the name of the published classifier', () => {
    const published = networkStrata(network, 'pretrained', 2, 'new head');
    expect(bindNetwork(published, model(network.layers))?.at(-1)).toMatchObject({
      name: null,
      state: 'trainable',
    });
  });
});

describe('chooseModel', () => {
  const report = (name: string, layers: readonly LayerRow[], more = {}): ReportedModel => ({
    run: 1,
    part: model(layers, { name, ...more }),
  });
  const chosen = (...models: readonly ReportedModel[]) => chooseModel(drawn, models)?.model.part.name;

  it('prefers a model with a classifier, then the latest', () => {
    expect(chosen(report('model', [...frozen, head]), report('base', frozen))).toBe('model');
    expect(chosen(report('one', [...frozen, head]), report('two', [...frozen, head]))).toBe('two');
  });

  it('prefers a compiled model to one that is only the source of its base', () => {
    const trained = report('model', [...frozen, head], { compiled: 'stale' });
    expect(chosen(trained, report('source', [...frozen, head]))).toBe('model');
    expect(chosen(report('model', [...frozen, head]), report('base', frozen, { compiled: 'fits' }))).toBe(
      'model',
    );
  });

  it('ignores models that are other networks or were disposed of', () => {
    expect(chosen(report('other', [head]), report('gone', frozen, { isDisposed: true }))).toBeUndefined();
  });
});

describe('movedBlocks', () => {
  const live = bindNetwork(drawn, model([...frozen, head])) ?? [];

  it('takes the largest change of the layers of each block', () => {
    const layers = [
      { name: 'conv5', trainable: true, parameters: 1, change: 0.02 },
      { name: 'dense_1', trainable: true, parameters: 1, change: 0.5 },
    ];
    expect(movedBlocks(live, { kind: 'moved', name: 'model', layers })).toEqual([
      ...Array(4).fill(Number.NaN),
      0.02,
      0.5,
    ]);
  });

  it('returns null for another model', () => {
    const layers = [{ name: 'other', trainable: true, parameters: 1, change: 0.5 }];
    expect(movedBlocks(live, { kind: 'moved', name: 'x', layers })).toBeNull();
  });
});
