import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { XXHashAPI } from 'xxhash-wasm';
import { loadXxhash } from '../xxhash.ts';

/** Names contents: equal names mean equal bytes, but for a chance of 2⁻⁶⁴. No protection against who wants a clash. */
export interface ContentHash {
  /** Of values, shape and type. */
  tensor(tensor: Tensor): Promise<string>;
  /** Of all that decides what a model computes: its layers, how they follow one another, their weights. */
  model(model: LayersModel): Promise<string>;
  text(text: string): Promise<string>;
}

export function createContentHash(): ContentHash {
  /** By tfjs's own handle of the values: it is another one as soon as a variable is given new ones. */
  const known = new WeakMap<object, string>();

  async function values(tensor: Tensor, { h64Raw }: XXHashAPI): Promise<string> {
    const found = known.get(tensor.dataId);
    if (found !== undefined) return found;
    const { dataId } = tensor;
    const data = await tensor.data();
    const hash = h64Raw(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)).toString(16);
    known.set(dataId, hash);
    return hash;
  }

  async function tensor(tensor: Tensor): Promise<string> {
    return `${tensor.dtype}[${tensor.shape.join()}]${await values(tensor, await loadXxhash())}`;
  }

  async function text(text: string): Promise<string> {
    return (await loadXxhash()).h64ToString(text);
  }

  return {
    tensor,
    text,
    async model(model) {
      const weights: string[] = [];
      for (const weight of model.weights) weights.push(await tensor(weight.read()));
      const code = new Set(model.layers.map((layer) => String(layer.constructor)));
      return text([namelessTopology(model), ...code, ...weights].join('\n'));
    },
  };
}

/** tfjs numbers the layers that nobody named, on and on: places stand for names, so that a model made again is the same. */
function namelessTopology(model: LayersModel): string {
  let topology = String(model.toJSON(null, true));
  const names = [model.name, ...model.layers.map(({ name }) => name)];
  names.forEach((name, place) => {
    topology = topology.replaceAll(JSON.stringify(name), `"#${place}"`);
  });
  return topology;
}
