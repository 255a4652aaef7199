import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { XXHashAPI } from 'xxhash-wasm';
import { loadXxhash } from '../xxhash.ts';

/** Hashes contents (64 bits, so equal hashes mean equal bytes except by chance). Not collision-resistant to an attacker. */
export interface ContentHash {
  /** Hashes a tensor's values, shape and dtype. */
  tensor(tensor: Tensor): Promise<string>;
  /** Hashes everything that determines a model's output: layers, topology and weights. */
  model(model: LayersModel): Promise<string>;
  text(text: string): Promise<string>;
}

export function createContentHash(): ContentHash {
  /** By tfjs's `dataId`, which changes when a variable gets new values. */
  const cache = new WeakMap<object, string>();

  async function hashValues(tensor: Tensor, { h64Raw }: XXHashAPI): Promise<string> {
    const { dataId } = tensor;
    const cached = cache.get(dataId);
    if (cached !== undefined) return cached;
    const data = await tensor.data();
    const hash = h64Raw(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)).toString(16);
    cache.set(dataId, hash);
    return hash;
  }

  async function tensor(tensor: Tensor): Promise<string> {
    return `${tensor.dtype}[${tensor.shape.join()}]${await hashValues(tensor, await loadXxhash())}`;
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
      return text([topologyWithoutNames(model), ...code, ...weights].join('\n'));
    },
  };
}

/**
 * Returns the model's topology with indices in place of names: tfjs gives unnamed layers ever higher numbers, so that the
 * same model created twice has different names.
 */
function topologyWithoutNames(model: LayersModel): string {
  let topology = String(model.toJSON(null, true));
  const names = [model.name, ...model.layers.map(({ name }) => name)];
  names.forEach((name, index) => {
    topology = topology.replaceAll(JSON.stringify(name), `"#${index}"`);
  });
  return topology;
}
