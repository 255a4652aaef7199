import type { Output, OutputOf } from '../protocol/output.ts';
import type { Outcome } from '../protocol/worker-to-host.ts';
import { assertNever } from '../shared/assert-never.ts';

export type CellStatus = 'idle' | 'queued' | 'running' | Outcome;

/** All that is known of a cell's last run. */
export interface CellState {
  readonly status: CellStatus;
  /** The run that the outputs are of; 0 before the first. */
  readonly run: number;
  readonly outputs: readonly Output[];
  /** Wall time of the last finished run; `null` before one finished. */
  readonly milliseconds: number | null;
}

export type CellEvent =
  | { readonly type: 'queued'; readonly run: number }
  | { readonly type: 'started'; readonly run: number }
  | { readonly type: 'output'; readonly run: number; readonly part: Output }
  /** A part that is among the outputs already, as it is now. */
  | { readonly type: 'redrawn'; readonly run: number; readonly part: OutputOf<'layers'> }
  | {
      readonly type: 'finished';
      readonly run: number;
      readonly outcome: Outcome;
      readonly milliseconds: number | null;
    }
  /** Taken out of the queue before it started. */
  | { readonly type: 'withdrawn'; readonly run: number };

export const idleCell: CellState = { status: 'idle', run: 0, outputs: [], milliseconds: null };

/**
 * What an event makes of a cell. An event of a superseded run changes nothing.
 * Earlier outputs stay while a new run waits, and go when it starts.
 */
export function reduceCell(state: CellState, event: CellEvent): CellState {
  if (event.type === 'queued') return { ...state, status: 'queued', run: event.run };
  if (event.run !== state.run) return state;
  switch (event.type) {
    case 'started':
      return { status: 'running', run: event.run, outputs: [], milliseconds: null };
    case 'output':
      return { ...state, outputs: withOutput(state.outputs, event.part) };
    case 'redrawn':
      return { ...state, outputs: withRedrawn(state.outputs, event.part) };
    case 'finished':
      return { ...state, status: event.outcome, milliseconds: event.milliseconds };
    case 'withdrawn':
      return { ...state, status: state.outputs.length > 0 ? 'stopped' : 'idle' };
    default:
      return assertNever(event);
  }
}

/** What is not there is not added: nothing speaks for a run that is over. */
function withRedrawn(outputs: readonly Output[], part: OutputOf<'layers'>): readonly Output[] {
  return outputs.map((other) => (other.kind === part.kind && other.id === part.id ? part : other));
}

/** More than any honest run shows (`kernel/output/output-budget.ts`): a forged flood ends here. */
const outputLimit = 2000;

/** Progress and charts replace their earlier self; text joins the text before it. */
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
