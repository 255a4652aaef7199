import type { io } from '@tensorflow/tfjs';
import { ModelArgumentError } from './model-argument-error.ts';
import type { LayerEntry, Topology } from './parse-model-json.ts';

export type InputShape = readonly [height: number, width: number, channels: number];

/** How each map of the last layer is reduced to one number: to its mean, or to its largest value. */
export type Pooling = 'avg' | 'max';

/** Below this the last maps would have no pixel left to speak of; Keras asks for the same. */
const smallestSide = 32;

/**
 * The same network cut after a layer: everything behind it is left out, and its output is the model's.
 * The layers must be listed in the order they run, as a chain behind that layer.
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

/** Adds a pooling layer behind `layer`, the network's last one: the output becomes [batch, channels]. */
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
 * The same network for one size of picture instead of any.
 * @throws ModelArgumentError `input-shape` unless it is [height, width, 3] of whole numbers from 32 up
 */
export function fixInputShape(topology: Topology, inputShape: InputShape): Topology {
  const [height, width, channels] = inputShape;
  const sides = [height, width].every((side) => Number.isInteger(side) && side >= smallestSide);
  if (inputShape.length !== 3 || channels !== 3 || !sides) {
    throw new ModelArgumentError(
      'input-shape',
      'inputShape',
      `[height, width, 3] with sides of ${smallestSide} or more`,
      JSON.stringify(inputShape),
    );
  }
  const fix = (layer: LayerEntry): LayerEntry =>
    layer.class_name === 'InputLayer'
      ? { ...layer, config: { ...layer.config, batch_input_shape: [null, height, width, 3] } }
      : layer;
  return { ...topology, config: { ...topology.config, layers: topology.config.layers.map(fix) } };
}

/** The groups of the manifest that the topology needs; a group is either wanted whole or not at all. */
export function neededGroups(
  topology: Topology,
  manifest: io.WeightsManifestConfig,
): io.WeightsManifestConfig {
  const present = new Set(topology.config.layers.map(({ name }) => name));
  return manifest.filter(({ weights }) =>
    weights.some(({ name }) => present.has(name.slice(0, name.lastIndexOf('/')))),
  );
}
