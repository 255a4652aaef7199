import type { PhotoClasses } from '../../host/photo-classes.ts';
import type { Session } from '../../host/session-events.ts';
import type { Output } from '../../protocol/output.ts';
import type { PanelWords } from '../words/panel-words.ts';
import type { OutputWords } from './output-words.ts';

/** The texts and formats that views of outputs use. */
export type ViewWords = PanelWords & { readonly output: OutputWords };

/** What live views need of the page. */
export interface LiveActions extends Pick<Session, 'holds' | 'classify'> {
  /** Opens the learner's photo classes; `null` on a page without them. */
  readonly photoClasses: () => Promise<PhotoClasses | null>;
}

/** The surroundings of an output's view. */
export interface ShowContext {
  /** The cell of the output. */
  readonly cell: string;
  readonly words: ViewWords;
  /**
   * Announces a text in the cell's live region. A view has no live region of its own, because some screen readers miss a
   * region that is inserted together with its text.
   */
  readonly announce: (text: string) => void;
  /** Moves the cursor to a place in a cell's code, both 1-based. */
  readonly goToCode: (cell: string, line: number, column: number) => void;
  /** Freezes the first `layers` layers of a panel. @returns `false` if the worker with the model no longer exists */
  readonly onFreeze: (panel: string, layers: number) => boolean;
  /** Returns the number of the run that the outputs belong to. */
  readonly run: () => number;
  readonly live: LiveActions;
  /** Asks for the occlusion map of a predicted picture. @returns `false` if the worker with the model no longer exists */
  readonly onOcclude: (card: string) => boolean;
}

/** The view of an output. */
export interface ShownOutput {
  readonly node: HTMLElement;
  /** Shows a later version of the same output. @returns `false` if the output must be drawn anew */
  readonly update?: (part: Output) => boolean;
}
