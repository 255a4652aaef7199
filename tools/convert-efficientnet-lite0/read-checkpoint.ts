import { ByteReader } from './byte-reader.ts';
import type { PickleObject, PickleValue } from './pickle-value.ts';
import { unpickle } from './unpickle.ts';

/** A float32 tensor in row-major order. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface Storage extends PickleObject {
  readonly kind: 'storage';
  readonly type: string;
  readonly key: string;
  readonly length: number;
}

interface StridedView extends PickleObject {
  readonly kind: 'view';
  readonly storage: Storage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

const legacyMagic = 0x1950a86a20f9469cfc6cn;
const bytesPerElement: Readonly<Record<string, number>> = { FloatStorage: 4, LongStorage: 8 };

/**
 * Reads the float32 tensors of a state dict that `torch.save` wrote before PyTorch 1.6 (the "legacy" format:
 * magic, protocol, system, state dict, storage keys, storages). Nothing in the file is executed.
 * Integer tensors (the batch counters of BatchNorm) are left out.
 * @throws Error if the file has another format, is truncated, or uses a global that is not allowed
 * Source: `torch/serialization.py`, `_legacy_load`.
 */
export function readCheckpoint(file: Uint8Array): ReadonlyMap<string, HostTensor> {
  if (file[0] === 0x50 && file[1] === 0x4b) {
    throw new Error(
      'this checkpoint has the zip format of PyTorch 1.6 and later; only the legacy format is supported',
    );
  }
  const magic = unpickle(file);
  if (magic.value !== legacyMagic) throw new Error('not a PyTorch checkpoint: its magic number is missing');
  const protocol = unpickle(file, magic.end);
  const system = unpickle(file, protocol.end);
  requireLittleEndian(system.value);
  const dictionary = unpickle(file, system.end, { globals, persistent: toStorage });
  const keys = unpickle(file, dictionary.end);
  if (!(dictionary.value instanceof Map)) throw new Error('the checkpoint is not a state dict');
  const views = new Map<string, StridedView>();
  for (const [name, value] of dictionary.value) {
    if (typeof name !== 'string' || !isView(value))
      throw new Error('the state dict has values that are not tensors');
    views.set(name, value);
  }
  const storages = readStorages(file, keys, [...views.values()]);
  const tensors = new Map<string, HostTensor>();
  for (const [name, view] of views) {
    if (view.storage.type !== 'FloatStorage') continue;
    tensors.set(name, resolveStrides(view, storages.get(view.storage.key), name));
  }
  return tensors;
}

const globals = {
  'collections OrderedDict': () => new Map<PickleValue, PickleValue>(),
  'torch FloatStorage': (): PickleValue => ({ kind: 'FloatStorage' }),
  'torch LongStorage': (): PickleValue => ({ kind: 'LongStorage' }),
  'torch._utils _rebuild_tensor_v2': (args: readonly PickleValue[]): PickleValue => {
    const [storage, offset, shape, strides] = args;
    if (!isStorage(storage) || typeof offset !== 'number' || !isNumbers(shape) || !isNumbers(strides)) {
      throw new Error('_rebuild_tensor_v2 has arguments of unexpected types');
    }
    const view: StridedView = { kind: 'view', storage, offset, shape, strides };
    return view;
  },
};

function toStorage(id: PickleValue): PickleValue {
  if (!Array.isArray(id)) throw new Error('a persistent id is not a tuple');
  const [tag, type, key, , length, part]: readonly PickleValue[] = id;
  if (
    tag !== 'storage' ||
    typeof type !== 'function' ||
    typeof key !== 'string' ||
    typeof length !== 'number'
  ) {
    throw new Error('a persistent id does not name a storage');
  }
  if (part !== null) throw new Error(`storage ${key} is a view of another storage`);
  const element = type([]);
  if (!isObject(element)) throw new Error(`storage ${key} has no element type`);
  const storage: Storage = { kind: 'storage', type: element.kind, key, length };
  return storage;
}

function readStorages(
  file: Uint8Array,
  keys: { value: PickleValue; end: number },
  views: readonly StridedView[],
): ReadonlyMap<string, Float32Array> {
  if (!Array.isArray(keys.value)) throw new Error('the list of storage keys is missing');
  const declared = new Map(views.map((view) => [view.storage.key, view.storage]));
  const reader = new ByteReader(file, keys.end);
  const storages = new Map<string, Float32Array>();
  for (const key of keys.value) {
    const storage = typeof key === 'string' ? declared.get(key) : undefined;
    if (!storage) throw new Error(`storage ${String(key)} belongs to no tensor`);
    const length = Number(reader.bigUint64());
    if (length !== storage.length) {
      throw new Error(`storage ${storage.key} has ${length} elements, expected ${storage.length}`);
    }
    const width = bytesPerElement[storage.type] ?? 0;
    const bytes = reader.take(length * width);
    if (storage.type === 'FloatStorage') storages.set(storage.key, new Float32Array(bytes.slice().buffer));
  }
  if (reader.at !== file.length)
    throw new Error(`${file.length - reader.at} bytes are left after the last storage`);
  return storages;
}

function resolveStrides(view: StridedView, storage: Float32Array | undefined, name: string): HostTensor {
  if (!storage) throw new Error(`${name}: its storage ${view.storage.key} is not in the file`);
  const size = view.shape.reduce((product, extent) => product * extent, 1);
  const data = new Float32Array(size);
  const index = view.shape.map(() => 0);
  let from = view.offset;
  for (let to = 0; to < size; to += 1) {
    const value = storage[from];
    if (value === undefined) throw new Error(`${name}: element ${from} lies outside its storage`);
    data[to] = value;
    for (let axis = view.shape.length - 1; axis >= 0; axis -= 1) {
      const stride = view.strides[axis] ?? 0;
      const next = (index[axis] ?? 0) + 1;
      if (next < (view.shape[axis] ?? 1)) {
        index[axis] = next;
        from += stride;
        break;
      }
      index[axis] = 0;
      from -= stride * (next - 1);
    }
  }
  return { shape: view.shape, data };
}

function requireLittleEndian(system: PickleValue): void {
  const flag = system instanceof Map ? system.get('little_endian') : undefined;
  if (flag !== true) throw new Error('the checkpoint was not written on a little-endian machine');
}

function isObject(value: PickleValue | undefined): value is PickleObject {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isStorage(value: PickleValue | undefined): value is Storage {
  return isObject(value) && value.kind === 'storage';
}

function isView(value: PickleValue | undefined): value is StridedView {
  return isObject(value) && value.kind === 'view';
}

function isNumbers(value: PickleValue | undefined): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
