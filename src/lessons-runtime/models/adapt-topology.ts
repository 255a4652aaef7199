import type { io } from '@tensorflow/tfjs';
import { ModelArgumentError } from './model-argument-error.ts';
import type { LayerEntry, Topology } from './parse-model-json.ts';

export type InputShape = readonly [height: number, width: number, channels: number];

/** The reduction of each feature map to one number: its mean or its maximum. */
export type Pooling = 'avg' | 'max';

/** The least height and width, as in Keras: the last feature maps are smaller by a factor of 32. */
const minSide = 32;

/**
 * Cuts a network after a layer, whose output becomes the model's.
 * @param topology lists the layers in the order in which they run; those after `layer` are a chain
 */
export function cutAfter(topology: Topology, layer: string): Topology {
  const layers = topology.config.layers;
  const last = layers.findIndex(({ name }) => name === layer);
  if (last < 0) throw new Error(`the topology has no layer ${layer}`);
  return {
    ...topology,
    config: { ...topology.config, layers: layers.slice(0, last + 1), output_layers: [[layer, 0, 0]] },
  };
}

/** Adds a pooling layer after `layer`, the last of the network, so that the output becomes [batch, channels]. */
export function appendPooling(topology: Topology, layer: string, pooling: Pooling, name: string): Topology {
  const pool: LayerEntry = {
    name,
    class_name: pooling === 'avg' ? 'GlobalAveragePooling2D' : 'GlobalMaxPooling2D',
    config: { name, data_format: 'channels_last' },
    inbound_nodes: [[[layer, 0, 0, {}]]],
  };
  return {
    ...topology,
    config: {
      ...topology.config,
      layers: [...topology.config.layers, pool],
      output_layers: [[name, 0, 0]],
    },
  };
}

/**
 * Fixes the input shape of a network for pictures of any size.
 * @throws {ModelArgumentError} `input-shape`, unless it is [height, width, 3] with integers of at least 32
 */
export function fixInputShape(topology: Topology, inputShape: InputShape): Topology {
  const [height, width, channels] = inputShape;
  const areSidesValid = [height, width].every((side) => Number.isInteger(side) && side >= minSide);
  if (inputShape.length !== 3 || channels !== 3 || !areSidesValid) {
    throw new ModelArgumentError(
      'input-shape',
      'inputShape',
      `[height, width, 3] with sides of ${minSide} or more`,
      JSON.stringify(inputShape),
    );
  }
  const setShape = (layer: LayerEntry): LayerEntry =>
    layer.class_name === 'InputLayer'
      ? { ...layer, config: { ...layer.config, batch_input_shape: [null, height, width, 3] } }
      : layer;
  return { ...topology, config: { ...topology.config, layers: topology.config.layers.map(setShape) } };
}

/** Returns the manifest's groups with weights of layers in the topology. */
export function requiredGroups(
  topology: Topology,
  manifest: io.WeightsManifestConfig,
): io.WeightsManifestConfig {
  const present = new Set(topology.config.layers.map(({ name }) => name));
  return manifest.filter(({ weights }) =>
    weights.some(({ name }) => present.has(name.slice(0, name.lastIndexOf('/')))),
  );
}
