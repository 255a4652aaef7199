import { z } from 'astro/zod';

/** Height, width and channels of a layer's output, or only the last of them, without the batch. */
type Shape = readonly number[];

const pair = z.tuple([z.int(), z.int()]);

/** The layers of a Keras topology, with the fields of their configuration that decide the shapes of their outputs. */
export const topologySchema = z.object({
  config: z.object({
    layers: z
      .array(
        z.object({
          class_name: z.string(),
          config: z.object({
            name: z.string(),
            filters: z.int().optional(),
            units: z.int().optional(),
            depth_multiplier: z.int().optional(),
            strides: pair.optional(),
            kernel_size: pair.optional(),
            pool_size: pair.optional(),
            padding: z.enum(['same', 'valid']).optional(),
            target_shape: z.array(z.int()).optional(),
          }),
          inbound_nodes: z.array(z.array(z.tuple([z.string()]).rest(z.unknown()))).optional(),
        }),
      )
      .min(1),
  }),
});

type TopologyLayer = z.infer<typeof topologySchema>['config']['layers'][number];

/** Layers whose output has the shape of their input. */
const keepShape = new Set(['Activation', 'Add', 'BatchNormalization', 'Dropout', 'ReLU', 'Softmax']);

/**
 * Computes the shape of each layer's output, by name.
 * @param input the shape of a picture: [height, width, channels]
 * @throws for a kind of layer that no published network has yet
 */
export function layerShapes(layers: readonly TopologyLayer[], input: Shape): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const layer of layers) {
    const from = layer.inbound_nodes?.[0]?.[0]?.[0];
    shapes.set(layer.config.name, from === undefined ? input : outputShape(layer, shapes.get(from) ?? input));
  }
  return shapes;
}

function outputShape({ class_name: kind, config }: TopologyLayer, shape: Shape): Shape {
  const [height = 0, width = 0, channels = 0] = shape;
  if (keepShape.has(kind)) return shape;
  switch (kind) {
    case 'Conv2D':
    case 'DepthwiseConv2D': {
      const filters = config.filters ?? channels * (config.depth_multiplier ?? 1);
      return [...slide([height, width], config.kernel_size, config), filters];
    }
    case 'MaxPooling2D':
      return [...slide([height, width], config.pool_size, config), channels];
    case 'GlobalAveragePooling2D':
      return [channels];
    case 'Dense':
      return [...shape.slice(0, -1), config.units ?? 0];
    case 'Reshape':
      return config.target_shape ?? shape;
    default:
      throw new Error(
        `the shape of a layer ${kind} (${config.name}) is not known: add it to layer-shapes.ts`,
      );
  }
}

/** Returns how many places a window has in each direction. */
function slide(
  [height, width]: readonly [number, number],
  [high, wide]: readonly [number, number] = [1, 1],
  { strides = [1, 1], padding }: Pick<TopologyLayer['config'], 'strides' | 'padding'>,
): readonly [number, number] {
  const isSame = padding === 'same';
  const places = (size: number, window: number, stride: number) =>
    isSame ? Math.ceil(size / stride) : Math.floor((size - window) / stride) + 1;
  return [places(height, high, strides[0]), places(width, wide, strides[1])];
}
