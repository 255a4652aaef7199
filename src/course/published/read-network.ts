import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import type { LayerRow } from '../../lessons-runtime/build.ts';
import { shapeText } from '../../lessons-runtime/shared/format.ts';
import { layerShapes, topologySchema } from './layer-shapes.ts';

/** The side of the pictures that each network was trained on, in pixels. */
const pictureSides = { 'mobilenet-v1': 224, 'efficientnet-lite0': 224, 'icon-net': 64, 'drawing-net': 32 };

/** The networks that a figure can show, by the name of their folder without its version. */
export const networkNames = Object.keys(pictureSides) as readonly NetworkName[];
type NetworkName = keyof typeof pictureSides;

/** What has been done to a network: as it was trained, without its classifier, or with a new one and some layers trainable. */
export const networkStates = ['pretrained', 'cut', 'frozen', 'last-blocks', 'all'] as const;
export type NetworkState = (typeof networkStates)[number];

/** A published network as it was trained. */
export interface PublishedNetwork {
  /** Its name for readers, e.g. `MobileNet V1`. */
  readonly title: string;
  /** All layers from input to output. */
  readonly layers: readonly LayerRow[];
  /** Index of the first layer of its classifier. */
  readonly head: number;
  /** How many classes it distinguishes. */
  readonly classes: number;
}

const titles: Readonly<Record<NetworkName, string>> = {
  'mobilenet-v1': 'MobileNet V1',
  'efficientnet-lite0': 'EfficientNet-Lite0',
  'icon-net': 'IconNet',
  'drawing-net': 'DrawingNet',
};

const modelSchema = z.object({
  modelTopology: topologySchema,
  /** The groups: backbone and classifier. */
  weightsManifest: z
    .array(z.object({ weights: z.array(z.object({ name: z.string(), shape: z.array(z.int()) })) }))
    .length(2),
});

/** Returns the name of the network that an author names, with or without its version; `null` if there is none. */
export function networkNamed(text: string): NetworkName | null {
  const name = text.replace(/@\d+$/, '');
  return networkNames.find((each) => each === name) ?? null;
}

/**
 * Reads the layers of a published network from `public/models/`.
 * @param text the name of its folder, such as `mobilenet-v1@1`; without a version, the newest
 * @throws if there is no such network, or with the fields of its file that are invalid
 */
export function readNetwork(text: string, folder = 'public/models'): PublishedNetwork {
  const name = networkNamed(text);
  if (name === null) throw new Error(`no network is named ${text}; there are ${networkNames.join(', ')}`);
  const file = `${folder}/${folderOf(text, name, readdirSync(folder))}/model.json`;
  const model = modelSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!model.success) throw new Error(`${file} has invalid fields.\n${z.prettifyError(model.error)}`);
  const { modelTopology, weightsManifest } = model.data;
  const topology = modelTopology.config.layers;
  const side = pictureSides[name];
  const shapes = layerShapes(topology, [side, side, 3]);
  const parameters = new Map<string, number>();
  for (const { name: weight, shape } of weightsManifest.flatMap(({ weights }) => weights)) {
    const layer = layerOf(weight);
    const size = shape.reduce((product, length) => product * length, 1);
    parameters.set(layer, (parameters.get(layer) ?? 0) + size);
  }
  const classifier = new Set(weightsManifest[1]?.weights.map((weight) => layerOf(weight.name)));
  return {
    title: titles[name],
    layers: topology.map(({ class_name: type, config }) => ({
      name: config.name,
      type,
      outputShape: shapeText([null, ...(shapes.get(config.name) ?? [])]),
      parameters: parameters.get(config.name) ?? 0,
      trainable: true,
    })),
    head: topology.findIndex(({ config }) => classifier.has(config.name)),
    classes: [...shapes.values()].at(-1)?.at(-1) ?? 0,
  };
}

/** Returns the folder of a network: the one that the author names, or else the newest version. */
function folderOf(text: string, name: NetworkName, folders: readonly string[]): string {
  // DrawingNet is published with all of its classes and without four of them.
  const pattern = name === 'drawing-net' ? /^drawing-net-345@\d+$/ : new RegExp(`^${name}@\\d+$`);
  const versions = folders.filter((each) => pattern.test(each)).sort();
  const found = versions.find((each) => each === text) ?? versions.at(-1);
  if (found === undefined) throw new Error(`public/models/ has no folder of ${name}`);
  return found;
}

function layerOf(weight: string): string {
  return weight.slice(0, weight.indexOf('/'));
}
