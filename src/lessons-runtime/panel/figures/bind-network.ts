import type { OutputOf } from '../../protocol/output.ts';
import { type LayerRow, type LayerState, stateOf } from '../output/layer-blocks.ts';

type Model = OutputOf<'layers'>;
type Moved = OutputOf<'moved'>;

/** A stratum of a figure as the build drew it. */
export interface DrawnBlock {
  /** The names of its layers; empty for a new classifier. */
  readonly layers: readonly string[];
  readonly parameters: number;
  readonly isHead: boolean;
}

/** A stratum of a figure that shows a model of the lesson. */
export interface LiveBlock {
  readonly state: LayerState | 'removed';
  /** Its name in the model if the figure's own does not fit, which is so for a new classifier. */
  readonly name: string | null;
  readonly parameters: number;
  /** The shape of its output as TensorFlow.js writes it; empty if it is removed. */
  readonly outputShape: string;
  /** Indices of its first layer in the model, and after its last. */
  readonly from: number;
  readonly to: number;
  readonly layers: readonly LayerRow[];
}

/** A report about a model, with the run that identifies it. */
export interface ReportedModel {
  readonly run: number;
  readonly part: Model;
}

/**
 * Finds a figure's blocks in a model: those with the same layers and as many parameters. What follows them in the model is its
 * classifier.
 * @returns `null` if the model has less than half of the blocks, so that it is another network
 */
export function bindNetwork(blocks: readonly DrawnBlock[], { layers }: Model): readonly LiveBlock[] | null {
  const base = blocks.filter(({ isHead }) => !isHead);
  let end = 0;
  const found = base.map((block): LiveBlock => {
    const names = new Set(block.layers);
    const from = layers.findIndex(({ name }) => names.has(name));
    const to = layers.findLastIndex(({ name }) => names.has(name)) + 1;
    const rows = from < 0 ? [] : layers.slice(from, to);
    if (rows.length === 0 || parametersOf(rows) !== block.parameters) return removed;
    end = Math.max(end, to);
    return liveBlock(rows, from, to, null);
  });
  const present = found.filter(({ state }) => state !== 'removed').length;
  if (present * 2 < base.length || present === 0) return null;
  const head = layers.slice(end);
  const first = head.find(({ parameters }) => parameters !== 0);
  const drawn = blocks.find(({ isHead }) => isHead);
  const isOwn = first !== undefined && drawn?.layers.includes(first.name) === true;
  const live = first === undefined ? removed : liveBlock(head, end, layers.length, isOwn ? null : first.name);
  return drawn === undefined ? found : [...found, live];
}

/**
 * Chooses the model that a figure shows: the one with most of its blocks, of these one with a classifier, of these one that was
 * compiled, of these the latest.
 * @param models in the order in which they were reported
 */
export function chooseModel(
  blocks: readonly DrawnBlock[],
  models: Iterable<ReportedModel>,
): { readonly model: ReportedModel; readonly blocks: readonly LiveBlock[] } | null {
  let best: ReturnType<typeof chooseModel> = null;
  for (const model of models) {
    const live = model.part.isDisposed ? null : bindNetwork(blocks, model.part);
    if (live !== null && (best === null || matchOf(model, live) >= matchOf(best.model, best.blocks)))
      best = { model, blocks: live };
  }
  return best;
}

/** How well a model matches a figure. A model that is only the source of another one is never compiled. */
function matchOf({ part }: ReportedModel, blocks: readonly LiveBlock[]): number {
  const present = blocks.filter(({ state }) => state !== 'removed').length;
  return present + (part.compiled === 'never' ? 0 : 0.5);
}

/**
 * Returns how far each block of a model moved in its training: the largest relative change of its layers, NaN if it is unknown.
 * @returns `null` if the measured model has none of the layers
 */
export function movedBlocks(blocks: readonly LiveBlock[], moved: Moved): readonly number[] | null {
  const changes = new Map(moved.layers.map(({ name, change }) => [name, change]));
  const found = blocks.map(({ layers }) => {
    const known = layers.flatMap(({ name }) => changes.get(name) ?? []);
    return known.length === 0 ? Number.NaN : Math.max(...known);
  });
  return found.every(Number.isNaN) ? null : found;
}

const removed: LiveBlock = {
  state: 'removed',
  name: null,
  parameters: 0,
  outputShape: '',
  from: 0,
  to: 0,
  layers: [],
};

function liveBlock(rows: readonly LayerRow[], from: number, to: number, name: string | null): LiveBlock {
  const last = rows.findIndex(({ type }) => type.startsWith('Global'));
  const shown = last > 0 ? rows[last - 1] : rows.at(-1);
  const outputShape = shown?.outputShape ?? '';
  return { state: stateOf(rows), name, parameters: parametersOf(rows), outputShape, from, to, layers: rows };
}

function parametersOf(rows: readonly LayerRow[]): number {
  return rows.reduce((sum, { parameters }) => sum + (parameters ?? 0), 0);
}
