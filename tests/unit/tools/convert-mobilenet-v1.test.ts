import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mobileNetV1Layers } from '../../../tools/convert-mobilenet-v1/architecture.ts';
import { collectWeights } from '../../../tools/convert-mobilenet-v1/collect-weights.ts';
import { readFields, readPackedVarints } from '../../../tools/convert-mobilenet-v1/protobuf.ts';
import { type GraphNode, readGraph } from '../../../tools/convert-mobilenet-v1/read-graph.ts';
import { readTarEntry } from '../../../tools/convert-mobilenet-v1/read-tar-entry.ts';

/** Encodes a protobuf field: a number as a varint, anything else with its length. */
function field(number: number, value: number | string | Uint8Array): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(number * 8), varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

const floats = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer);
const attr = (key: string, value: Buffer) => field(5, Buffer.concat([field(1, key), field(2, value)]));
const shape = (...sizes: number[]) => field(2, Buffer.concat(sizes.map((size) => field(2, field(1, size)))));
const tensor = (...parts: Buffer[]) => attr('value', field(8, Buffer.concat([field(1, 1), ...parts])));
const node = (...parts: Buffer[]) => field(1, Buffer.concat(parts));

describe('readGraph', () => {
  const graph = readGraph(
    Buffer.concat([
      node(field(1, 'w'), field(2, 'Const'), tensor(shape(2, 2), field(4, floats(1, 2, 3, -4)))),
      node(field(1, 'filled'), field(2, 'Const'), tensor(shape(3), field(5, floats(0.5)))),
      node(field(1, 'epsilon'), field(2, 'Const'), tensor(shape(), field(4, floats(0.001)))),
      node(
        field(1, 'sizes'),
        field(2, 'Const'),
        attr('value', field(8, Buffer.concat([field(1, 3), shape(1)]))),
      ),
      node(
        field(1, 'conv'),
        field(2, 'Conv2D'),
        field(3, 'input'),
        field(3, 'w'),
        attr('padding', field(2, 'SAME')),
        attr('strides', field(1, field(3, Buffer.concat([1, 300, 2, -1].map(varint))))),
        attr('T', field(6, 1)),
      ),
      field(4, 'the versions, which are ignored'),
    ]),
  );

  it('reads operations with their inputs, strings and lists of integers', () => {
    expect([...graph.keys()]).toEqual(['w', 'filled', 'epsilon', 'sizes', 'conv']);
    expect(graph.get('conv')).toEqual({
      name: 'conv',
      op: 'Conv2D',
      inputs: ['input', 'w'],
      strings: { padding: 'SAME' },
      integerLists: { strides: [1, 300, 2, -1] },
      tensor: null,
    });
  });

  it('reads only float32 constants, and repeats a single stored value', () => {
    expect(graph.get('w')?.tensor).toEqual({ shape: [2, 2], data: Float32Array.of(1, 2, 3, -4) });
    expect(graph.get('filled')?.tensor).toEqual({ shape: [3], data: Float32Array.of(0.5, 0.5, 0.5) });
    expect(graph.get('epsilon')?.tensor).toEqual({ shape: [], data: Float32Array.of(0.001) });
    expect(graph.get('sizes')?.tensor).toBeNull();
  });

  it('throws for truncated bytes, an unknown wire type, and a tensor whose number of values does not match its shape', () => {
    expect(() => [...readFields(field(1, 'whole').subarray(0, 4))]).toThrow(
      'the message ends within a field',
    );
    expect(() => readPackedVarints(Buffer.from([0x80]))).toThrow('the message ends within a varint');
    expect(() => [...readFields(Buffer.from([0x0b]))]).toThrow('wire type 3');
    const wrong = node(field(1, 'w'), field(2, 'Const'), tensor(shape(3), field(4, floats(1, 2))));
    expect(() => readGraph(wrong)).toThrow('a tensor of [3] holds 2 values');
  });
});

describe('collectWeights of MobileNet V1', () => {
  const layers = mobileNetV1Layers().slice(0, 3);
  const constant = (name: string, sizes: number[], value = 0): GraphNode => ({
    ...operation(name, 1),
    op: 'Const',
    tensor: { shape: sizes, data: new Float32Array(sizes.reduce((a, b) => a * b, 1)).fill(value) },
  });
  const operation = (name: string, stride: number): GraphNode => ({
    name,
    op: 'Conv2D',
    inputs: [],
    strings: { padding: 'SAME' },
    integerLists: { strides: [1, stride, stride, 1] },
    tensor: null,
  });
  const graphOf = (...nodes: GraphNode[]) => new Map(nodes.map((each) => [each.name, each]));
  const convolution = operation('MobilenetV1/MobilenetV1/Conv2d_0/convolution', 2);
  const epsilon = constant('MobilenetV1/MobilenetV1/Conv2d_0/BatchNorm/batchnorm/add/y', [], 0.001);
  const stem = [
    constant('MobilenetV1/Conv2d_0/weights', [3, 3, 3, 32]),
    ...['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) =>
      constant(`MobilenetV1/Conv2d_0/BatchNorm/${part}`, [32]),
    ),
  ];

  it('names weights like tfjs', () => {
    const weights = collectWeights(layers, graphOf(convolution, epsilon, ...stem));
    expect(weights.map(({ name, shape: sizes }) => [name, sizes])).toEqual([
      ['conv1/kernel', [3, 3, 3, 32]],
      ['conv1_bn/gamma', [32]],
      ['conv1_bn/beta', [32]],
      ['conv1_bn/moving_mean', [32]],
      ['conv1_bn/moving_variance', [32]],
    ]);
  });

  it('omits the background class and the classifier that the package added', () => {
    const [classifier] = mobileNetV1Layers().filter(({ kind }) => kind === 'classifier');
    if (classifier === undefined) throw new Error('no classifier');
    const scope = 'MobilenetV1/Logits/Conv2d_1c_1x1';
    const biases = constant(`${scope}/biases`, [1001]);
    biases.tensor?.data.set([7, 8, 9]);
    const graph = graphOf(
      operation(`${scope}/convolution`, 1),
      constant(`${scope}/weights`, [1, 1, 1024, 1001]),
      biases,
      constant('final_training_ops/biases/final_biases', [2]),
    );
    const [kernel, bias] = collectWeights([classifier], graph);
    expect([kernel?.shape, kernel?.data.length]).toEqual([[1, 1, 1024, 1000], 1_024_000]);
    expect([...(bias?.data.subarray(0, 2) ?? [])]).toEqual([8, 9]);
  });

  it.each([
    ['lacks a weight', graphOf(convolution, epsilon), 'the graph has no MobilenetV1/Conv2d_0/weights'],
    [
      'has a weight that belongs to no layer',
      graphOf(convolution, epsilon, ...stem, constant('extra', [2])),
      'no layer uses these weights of the graph: extra',
    ],
    [
      'has another stride',
      graphOf({ ...convolution, integerLists: { strides: [1, 1, 1, 1] } }, epsilon, ...stem),
      'SAME 1,1,1,1, not SAME 1,2,2,1',
    ],
    [
      'has another epsilon',
      graphOf(convolution, constant(epsilon.name, [], 0.01), ...stem),
      /is 0\.009999\d*, not 0\.001/,
    ],
    [
      'has another shape',
      graphOf(
        convolution,
        epsilon,
        ...stem.slice(1),
        constant('MobilenetV1/Conv2d_0/weights', [3, 3, 3, 16]),
      ),
      'is [3,3,3,16], not [3,3,3,32]',
    ],
  ])('throws for a graph that %s', (_, graph, message) => {
    expect(() => collectWeights(layers, graph)).toThrow(message);
  });
});

describe('readTarEntry', () => {
  const entry = (path: string, content: string, prefix = '') => {
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write(prefix, 345);
    return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
  };
  const archive = gzipSync(
    Buffer.concat([
      entry('a/first', 'x'.repeat(700)),
      entry('graph.pb', 'weights', 'long/path'),
      Buffer.alloc(1024),
    ]),
  );

  it('returns the content of a file by its path, including the prefix', () => {
    expect(Buffer.from(readTarEntry(archive, 'long/path/graph.pb')).toString()).toBe('weights');
    expect(readTarEntry(archive, 'a/first')).toHaveLength(700);
  });

  it('throws if the archive has no such file', () => {
    expect(() => readTarEntry(archive, 'graph.pb')).toThrow('the archive has no graph.pb');
  });
});
