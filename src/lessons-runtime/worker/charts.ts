import type * as tfvis from '@tensorflow/tfjs-vis';
import type { ChartCall } from '../protocol/chart-call.ts';
import { type ChartFunction, chartFunctions } from '../protocol/chart-functions.ts';
import type { Shown } from './capture-output.ts';
import type { TensorFlow } from './tensorflow.ts';

type Surface = { readonly name: string; readonly tab?: string };

/**
 * `@tensorflow/tfjs-vis` as a cell sees it: the same functions and signatures. Values are read here, where the tensors live,
 * and the real tfjs-vis draws them on the page, in the cell's output.
 */
export function createCharts(
  tf: TensorFlow,
  showLater: (reading: Promise<Shown | null>) => void,
): Pick<typeof tfvis, 'render' | 'show'> {
  async function call(
    path: ChartFunction,
    container: unknown,
    data: unknown,
    options: unknown,
  ): Promise<void> {
    const reading = read(path, surfaceOf(container, path), data, options);
    // What cannot be read is told where the cell awaits it; the cell goes on if it catches that.
    showLater(reading.catch(() => null));
    await reading;
  }

  async function read(
    path: ChartFunction,
    surface: ChartCall['surface'],
    data: unknown,
    options: unknown,
  ): Promise<Shown> {
    const call = { path, surface, data: await plain(tf, data), options: asRecord(await plain(tf, options)) };
    return { part: { kind: 'chart', id: `${surface.tab}/${surface.name}`, call }, transfer: [] };
  }

  const namespaces: Record<string, Record<string, unknown>> = { render: {}, show: {} };
  for (const path of chartFunctions) {
    const [namespace = '', name = ''] = path.split('.');
    const functions = namespaces[namespace];
    if (functions === undefined) continue;
    functions[name] =
      path === 'show.history'
        ? (container: unknown, history: unknown, metrics: unknown, options: unknown) =>
            call(path, container, { history: historyLogs(history), metrics }, options)
        : (container: unknown, data: unknown, options: unknown) => call(path, container, data, options);
  }
  return namespaces as unknown as Pick<typeof tfvis, 'render' | 'show'>;
}

function surfaceOf(container: unknown, path: string): { name: string; tab: string } {
  const named = container as Partial<Surface> | null | undefined;
  if (typeof named?.name !== 'string') {
    throw new TypeError(`tfvis.${path}: { name: '…' } is expected as the first argument`);
  }
  return { name: named.name, tab: typeof named.tab === 'string' ? named.tab : '' };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** What `model.fit` returned holds the model too; the chart needs only the curves. */
function historyLogs(history: unknown): unknown {
  const list = Array.isArray(history) ? history : [history];
  return list.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'history' in entry
      ? { history: entry.history, epoch: 'epoch' in entry ? entry.epoch : [] }
      : entry,
  );
}

/**
 * A deep copy in plain data: tensors become nested arrays, typed arrays become arrays, functions are left out.
 * @throws {TypeError} where the value holds itself
 */
async function plain(tf: TensorFlow, value: unknown, within: readonly object[] = []): Promise<unknown> {
  if (value instanceof tf.Tensor) return value.array();
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<unknown>);
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  }
  if (within.includes(value)) throw new TypeError('tfvis: the data of a chart cannot hold itself');
  const path = [...within, value];
  if (Array.isArray(value)) return Promise.all(value.map((entry) => plain(tf, entry, path)));
  const entries = Object.entries(value).map(
    async ([name, entry]) => [name, await plain(tf, entry, path)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
