import type { Output } from '../../protocol/output.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { OutputWords } from './output-words.ts';

/** What a view of an output says and writes. */
export type ViewWords = PanelWords & { readonly output: OutputWords };

/** What a view of an output knows of the page around it. */
export interface ShowContext {
  /** The cell whose output this is. */
  readonly cell: string;
  readonly words: ViewWords;
  /** Says something to who hears the page: a view has no live region of its own, as that would come with its text. */
  readonly announce: (text: string) => void;
  readonly onPlace: (cell: string, line: number, column: number) => void;
  /** Freezes a panel's layers up to one; `false` where the worker that has them is no more. */
  readonly onFreeze: (panel: string, layers: number) => boolean;
}

export interface ShownOutput {
  readonly node: HTMLElement;
  /** Takes a later version of the same part; `false` where it must be drawn anew. */
  readonly update?: (part: Output) => boolean;
}
