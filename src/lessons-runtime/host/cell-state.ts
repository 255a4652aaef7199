import type { OcclusionState } from '../protocol/example-parts.ts';
import type { Output, RedrawnOutput } from '../protocol/output.ts';
import type { Outcome } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';

export type CellStatus = 'idle' | 'queued' | 'running' | Outcome;

/** The state of a cell: its last run and that run's outputs. */
export interface CellState {
  readonly status: CellStatus;
  /** The number of the last run; 0 before the first. */
  readonly run: number;
  /** The number of the run that the outputs belong to: while a cell is queued, the run before. */
  readonly outputsRun: number;
  readonly outputs: readonly Output[];
  /** Wall time of the run in milliseconds; `null` until it finished, and if its worker was terminated. */
  readonly milliseconds: number | null;
  /** The code of the run. */
  readonly source: string;
  /** The worker's seed if the run drew random numbers; `null` until it finished. */
  readonly seed: number | null;
}

/** An event that changes the state of a cell. */
export type CellEvent =
  | { readonly type: 'queued'; readonly run: number }
  | { readonly type: 'started'; readonly run: number; readonly source: string }
  | { readonly type: 'output'; readonly run: number; readonly part: Output }
  /** The new state of a part that is among the outputs. */
  | { readonly type: 'redrawn'; readonly run: number; readonly part: RedrawnOutput }
  /** The new state of the occlusion map of a picture among the outputs. */
  | {
      readonly type: 'occlusion';
      readonly run: number;
      readonly card: string;
      readonly state: OcclusionState;
    }
  | {
      readonly type: 'finished';
      readonly run: number;
      readonly outcome: Outcome;
      readonly milliseconds: number | null;
      readonly seed: number | null;
    }
  /** Removed from the queue before it started. */
  | { readonly type: 'withdrawn'; readonly run: number };

/** The state of a cell that never ran. */
export const idleCell: CellState = {
  status: 'idle',
  run: 0,
  outputsRun: 0,
  outputs: [],
  milliseconds: null,
  source: '',
  seed: null,
};

/**
 * Returns the state of a cell after an event; the same object if the event changes nothing, as an event of a superseded run.
 * The outputs of the previous run stay until the new run starts.
 */
export function reduceCell(state: CellState, event: CellEvent): CellState {
  if (event.type === 'queued') return { ...state, status: 'queued', run: event.run };
  const isLater = event.type === 'redrawn' || event.type === 'occlusion';
  if (event.run !== (isLater ? state.outputsRun : state.run)) return state;
  switch (event.type) {
    case 'started':
      return { ...idleCell, status: 'running', run: event.run, outputsRun: event.run, source: event.source };
    case 'output':
      return { ...state, outputs: withOutput(state.outputs, event.part) };
    case 'redrawn':
      return { ...state, outputs: withRedrawn(state.outputs, event.part) };
    case 'occlusion':
      return { ...state, outputs: withOcclusion(state.outputs, event.card, event.state) };
    case 'finished':
      return { ...state, status: event.outcome, milliseconds: event.milliseconds, seed: event.seed };
    case 'withdrawn':
      return { ...state, status: state.outputs.length > 0 ? 'stopped' : 'idle' };
    default:
      return assertNever(event);
  }
}

/** Replaces a part by its id. An unknown part is not added, because its run may have ended. */
function withRedrawn(outputs: readonly Output[], part: RedrawnOutput): readonly Output[] {
  return outputs.map((other) => (other.kind === part.kind && other.id === part.id ? part : other));
}

function withOcclusion(
  outputs: readonly Output[],
  card: string,
  occlusion: OcclusionState,
): readonly Output[] {
  return outputs.map((part) =>
    part.kind === 'predictions' && part.items.some((item) => item.card === card)
      ? { ...part, items: part.items.map((item) => (item.card === card ? { ...item, occlusion } : item)) }
      : part,
  );
}

/** More than a run of an honest worker shows (`kernel/output/output-budget.ts`). */
const outputLimit = 2000;

/** Adds a part. A progress bar or a chart replaces the part with the same id; text is appended to preceding text of its level. */
function withOutput(outputs: readonly Output[], part: Output): readonly Output[] {
  if (part.kind === 'progress' || part.kind === 'chart') {
    const index = outputs.findIndex((other) => other.kind === part.kind && other.id === part.id);
    return index < 0 ? [...outputs, part] : outputs.map((other, at) => (at === index ? part : other));
  }
  if (outputs.length >= outputLimit && part.kind !== 'error') return outputs;
  const last = outputs.at(-1);
  if (part.kind === 'text' && last?.kind === 'text' && last.level === part.level) {
    return [...outputs.slice(0, -1), { ...part, text: `${last.text}\n${part.text}` }];
  }
  return [...outputs, part];
}
