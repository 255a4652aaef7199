import { describe, expect, it } from 'vitest';
import { networkStrata } from '../../../../../src/components/lesson/figures/network-strata.ts';
import {
  type NetworkState,
  networkNames,
  networkStates,
  readNetwork,
} from '../../../../../src/course/published/read-network.ts';

const strata = (name: string, state: NetworkState) => networkStrata(readNetwork(name), state, 2, 'new head');

describe('networkStrata', () => {
  it('joins the blocks of MobileNet by their number', () => {
    const all = strata('mobilenet-v1', 'pretrained');
    expect(all.map(({ name }) => name)).toEqual([
      'conv1',
      ...Array.from({ length: 13 }, (_, at) => `conv_dw/pw_${at + 1}`),
      'conv_preds',
    ]);
    expect(all[0]).toMatchObject({ output: '112×112×32', parameters: 27 * 32 + 4 * 32 });
    expect(all.at(-2)?.output).toBe('7×7×1024');
    expect(all.at(-1)).toMatchObject({ output: '1000', parameters: 1_025_000, isHead: true });
  });

  it('joins the blocks of EfficientNet-Lite0 by their stage', () => {
    expect(strata('efficientnet-lite0', 'pretrained').map(({ name }) => name)).toEqual([
      'stem',
      ...Array.from({ length: 7 }, (_, at) => `block${at + 1}${at === 0 || at === 6 ? 'a' : ''}`),
      'head',
      'logits',
    ]);
  });

  it.each(
    networkNames.flatMap((name) => networkStates.map((state) => [name, state] as const)),
  )('%s in the state %s has every layer once', (name, state) => {
    const { layers, head } = readNetwork(name);
    const isNew = state !== 'pretrained' && state !== 'cut';
    expect(strata(name, state).flatMap((each) => each.layers)).toEqual(
      layers.slice(0, isNew ? head : layers.length).map((layer) => layer.name),
    );
  });

  it.each([
    ['pretrained', 0, 0],
    ['cut', 0, 1],
    ['frozen', 1, 0],
    ['last-blocks', 3, 0],
    ['all', 6, 0],
  ] as const)('the state %s has %d trainable and %d removed strata of IconNet', (state, trainable, removed) => {
    const states = strata('icon-net', state).map((stratum) => stratum.state);
    expect(states.filter((each) => each === 'trainable')).toHaveLength(trainable);
    expect(states.filter((each) => each === 'removed')).toHaveLength(removed);
  });

  it('counts the parameters of a new classifier from the features', () => {
    expect(strata('mobilenet-v1', 'frozen').at(-1)).toMatchObject({ output: '2', parameters: 1025 * 2 });
  });
});
