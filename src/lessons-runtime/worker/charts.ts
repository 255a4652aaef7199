import type * as tfvis from '@tensorflow/tfjs-vis';
import { type ChartFunction, chartFunctions } from '../protocol/chart-functions.ts';
import type { Output } from '../protocol/output.ts';
import type { TensorFlow } from './tensorflow.ts';

type Surface = { readonly name: string; readonly tab?: string };

/**
 * `@tensorflow/tfjs-vis` as a cell sees it: the same functions and signatures. Values are read here, where the tensors live,
 * and the real tfjs-vis draws them on the page, in the cell's output.
 */
export function createCharts(
  tf: TensorFlow,
  show: (part: Extract<Output, { kind: 'chart' }>) => void,
): Pick<typeof tfvis, 'render' | 'show'> {
  async function call(
    path: ChartFunction,
    container: unknown,
    data: unknown,
    options: unknown,
  ): Promise<void> {
    const surface = surfaceOf(container, path);
    show({
      kind: 'chart',
      id: `${surface.tab}/${surface.name}`,
      call: { path, surface, data: await plain(tf, data), options: asRecord(await plain(tf, options)) },
    });
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

/** A deep copy in plain data: tensors become nested arrays, typed arrays become arrays, functions are left out. */
async function plain(tf: TensorFlow, value: unknown): Promise<unknown> {
  if (value instanceof tf.Tensor) return value.array();
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<unknown>);
  }
  if (Array.isArray(value)) return Promise.all(value.map((entry) => plain(tf, entry)));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      async ([name, entry]) => [name, await plain(tf, entry)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
}
