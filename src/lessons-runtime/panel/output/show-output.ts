import type { Output } from '../../protocol/output.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { loadPart } from '../../shared/load-part.ts';
import { lazyView } from '../dom/lazy-view.ts';
import { showChart } from './show-chart.ts';
import { showError } from './show-error.ts';
import { loadTransferViews, showLayersLazily, type TransferViews } from './show-layers-lazily.ts';
import { showNote } from './show-note.ts';
import { showProgress } from './show-progress.ts';
import { showTable } from './show-table.ts';
import { showText } from './show-text.ts';
import { showValue } from './show-value.ts';
import type { ShowContext, ShownOutput } from './shown-output.ts';

/** A part of a cell's output as page elements. Everything in it is text or pixels; nothing is taken for markup. */
export function showOutput(part: Output, context: ShowContext): ShownOutput {
  const later = (draw: (views: typeof import('./rich-views.ts')) => HTMLElement): ShownOutput => ({
    node: lazyView(() => loadPart(() => import('./rich-views.ts')), draw),
  });
  const transfer = (draw: (views: TransferViews) => HTMLElement): ShownOutput => ({
    node: lazyView(loadTransferViews, draw),
  });
  switch (part.kind) {
    case 'text':
      return showText(part, context.words);
    case 'value':
      return { node: showValue(part.value, context.words) };
    case 'tensor':
      return later((views) => views.showTensor(part, context.words));
    case 'table':
      return { node: showTable(part, context) };
    case 'model':
      return later((views) => views.showModel(part, context.words));
    case 'layers':
      return showLayersLazily(part, context);
    case 'moved':
      return transfer((views) => views.showMoved(part, context.words));
    case 'mistakes':
      return transfer((views) => views.showMistakes(part, context.words));
    case 'markdown':
      return later((views) => views.showMarkdown(part));
    case 'image':
      return later((views) => views.showImage(part, context.words));
    case 'note':
      return { node: showNote(part, context) };
    case 'progress':
      return showProgress(part, context.words);
    case 'chart':
      return showChart(part, context.words);
    case 'download':
      return later((views) => views.showDownload(part, context));
    case 'error':
      return { node: showError(part, context) };
    default:
      return assertNever(part);
  }
}
