import type { Output } from '../../protocol/output.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { loadPart } from '../../shared/load-part.ts';
import { lazyView } from '../dom/lazy-view.ts';
import { lazyOutput } from './lazy-output.ts';
import { showChart } from './show-chart.ts';
import { showError } from './show-error.ts';
import { showNote } from './show-note.ts';
import { showProgress } from './show-progress.ts';
import { showRecord } from './show-record.ts';
import { showText } from './show-text.ts';
import { showValue } from './show-value.ts';
import type { ShowContext, ShownOutput } from './shown-output.ts';

const loadRichViews = () => loadPart(() => import('./rich-views.ts'));
const loadExampleViews = () => loadPart(() => import('./examples/example-views.ts'));
const loadTransferViews = () => loadPart(() => import('./transfer/transfer-views.ts'));

/** Creates the view of one output. Everything in it is text or pixels, never markup. */
export function showOutput(part: Output, context: ShowContext): ShownOutput {
  const rich = (draw: (views: typeof import('./rich-views.ts')) => HTMLElement): ShownOutput => ({
    node: lazyView(loadRichViews, draw),
  });
  const transfer = (
    draw: (views: typeof import('./transfer/transfer-views.ts')) => HTMLElement,
  ): ShownOutput => ({ node: lazyView(loadTransferViews, draw) });
  const example = (
    draw: (views: typeof import('./examples/example-views.ts')) => HTMLElement,
  ): ShownOutput => ({ node: lazyView(loadExampleViews, draw) });
  switch (part.kind) {
    case 'text':
      return showText(part, context.words);
    case 'value':
      if ((part.value.entries ?? []).length > 0)
        return rich((views) => views.showTree(part.value, context.words));
      return { node: showValue(part.value, context.words) };
    case 'tensor':
      return rich((views) => views.showTensor(part, context.words));
    case 'table':
      // A single record, as the first runs of lessons show, needs no script that is loaded later.
      if (part.rows.length === 1) return { node: showRecord(part, context.words) };
      return rich((views) => views.showTable(part, context));
    case 'model':
      return rich((views) => views.showModel(part, context.words));
    case 'layers':
      return lazyOutput(part, async () => {
        const { showLayers } = await loadTransferViews();
        return (latest) => showLayers(latest, context);
      });
    case 'moved':
      return transfer((views) => views.showMoved(part, context.words));
    case 'report':
      return transfer((views) => views.showReport(part, context));
    case 'predictions':
      return lazyOutput(
        part,
        async () => {
          const { showPredictions } = await loadExampleViews();
          return (latest) => showPredictions(latest, context);
        },
        (next): next is typeof part =>
          next.kind === part.kind && next.items[0]?.guesses === part.items[0]?.guesses,
      );
    case 'occlusion':
      return example((views) => views.showOcclusion(part, context.words));
    case 'embeddings':
      return example((views) => views.showEmbeddings(part, context));
    case 'live':
      return lazyOutput(part, async () => {
        const { showLive } = await loadPart(() => import('./live/show-live.ts'));
        return (latest) => showLive(latest, context);
      });
    case 'markdown':
      return rich((views) => views.showMarkdown(part));
    case 'image':
      return rich((views) => views.showImage(part, context.words));
    case 'note':
      return { node: showNote(part, context) };
    case 'progress':
      return showProgress(part, context);
    case 'chart':
      return showChart(part, context.words);
    case 'download':
      return rich((views) => views.showDownload(part, context));
    case 'error':
      return { node: showError(part, context) };
    default:
      return assertNever(part);
  }
}
