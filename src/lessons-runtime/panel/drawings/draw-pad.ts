import { onPaper } from '../../datasets/drawings/on-paper.ts';
import { rasterizeStrokes, rasterSide } from '../../datasets/drawings/rasterize-strokes.ts';
import type { AddResult, Drawings } from '../../host/drawings/drawings.ts';
import { simplifyStrokes } from '../../host/drawings/simplify-strokes.ts';
import { createStrokeHistory } from '../../host/drawings/stroke-history.ts';
import { writeDrawingsFile } from '../../progress/files/drawings-file.ts';
import { drawingLimits } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { PartFailure } from '../../shared/load-part.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { mountPart } from '../dom/mount-part.ts';
import { onFilesDropped } from '../dom/on-files-dropped.ts';
import { requireElement } from '../dom/read-page.ts';
import { saveFile } from '../dom/save-file.ts';
import { fileStem } from '../progress-page/file-stem.ts';
import { drawPadWords } from './draw-pad-words.ts';
import { mountDrawSurface, type PenState } from './draw-surface.ts';
import { createDrawingStrip } from './drawing-strip.ts';
import { importDrawings } from './import-drawings.ts';

/** A class of a pad. */
export interface PadClass {
  /** As in the manifest of the drawings. */
  readonly name: string;
  /** In the page's language. */
  readonly title: string;
}

/** Mounts a draw pad: the learner chooses a class, draws, and adds the drawing to those of the class. */
export function mountDrawPad(
  section: HTMLElement,
  classes: readonly PadClass[],
  drawings: Drawings,
  language: Language,
): void {
  const words = drawPadWords[language];
  const announcer = (name: string) => createAnnouncer(requireElement(section, `[data-${name}]`));
  /** Creates a function that shows a status, a problem or both, in place of what was shown before. */
  function createMessages(region: string): (status: string, problem?: string) => void {
    const [showStatus, showProblem] = [announcer(`${region}-status`), announcer(`${region}-problem`)];
    return (status, problem = '') => {
      showStatus(status);
      showProblem(problem);
    };
  }
  /** About the drawing on the pad. */
  const showMessage = createMessages('draw');
  /** About the stored drawings. */
  const showStoredMessage = createMessages('stored');
  const button = (action: string) => requireElement<HTMLButtonElement>(section, `[data-action=${action}]`);
  const surfaceNode = requireElement(section, '[data-surface]');
  const prompt = requireElement(section, '[data-prompt]');
  const preview = requireElement<HTMLCanvasElement>(section, '[data-preview]');
  const empty = requireElement(section, '[data-no-drawings]');
  const heading = requireElement(section, '[data-drawings-title]');
  const importInput = requireElement<HTMLInputElement>(section, '[data-import-drawings]');
  const titles = new Map(classes.map(({ name, title }) => [name, title]));
  const history = createStrokeHistory(drawingLimits.strokes);

  function chosen(): PadClass {
    const name = section.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value;
    const found = classes.find((each) => each.name === name) ?? classes[0];
    if (found === undefined) throw new Error('the pad has no class');
    return found;
  }

  const surface = mountDrawSurface(surfaceNode, {
    canDraw() {
      showMessage('', strokesProblem());
      prompt.hidden = true;
      return strokesProblem() === '';
    },
    onStroke(stroke) {
      // A drawing that could not be added may have been restored since the stroke began.
      if (strokesProblem() === '') history.add(stroke);
      else showMessage('', strokesProblem());
      showStrokes();
    },
    onPen(pen, change) {
      showMessage(penText(pen, change));
    },
    onEnter: add,
  });
  const showDrawings = createDrawingStrip(requireElement(section, '[data-drawings]'), words, {
    titleOf: (name) => titles.get(name) ?? name,
    onRemove: (drawing) => {
      void drawings.remove(drawing).then(() => showStored(words.removed));
    },
    otherwise: surfaceNode,
  });

  /** Returns why no other stroke may begin; empty if one may. */
  function strokesProblem(): string {
    return history.strokes.length < drawingLimits.strokes ? '' : words.strokesFull(drawingLimits.strokes);
  }

  function penText({ x, y, isDown }: PenState, change: 'moved' | 'lowered' | 'lifted'): string {
    if (change === 'lowered') return words.penLowered(x, y);
    if (change === 'lifted') return words.penLifted(words.strokes(history.strokes.length));
    return isDown ? words.penDownAt(x, y) : words.penAt(x, y);
  }

  function showStrokes(): void {
    const { strokes } = history;
    surface.show(strokes);
    prompt.hidden = strokes.length > 0;
    showPreview(preview, strokes.length === 0 ? [] : simplifyStrokes(strokes));
  }

  function showClass(): void {
    const { name, title } = chosen();
    const list = drawings.of(name);
    surfaceNode.setAttribute('aria-label', words.surface(title));
    prompt.textContent = title;
    button('add').textContent = words.add(title);
    heading.textContent = words.stored(title, list.length);
    empty.textContent = list.length === 0 ? words.none(title) : '';
    showDrawings(list);
  }

  function showCounts(): void {
    for (const { name } of classes)
      requireElement(section, `[data-count="${name}"]`).textContent = String(drawings.of(name).length);
  }

  /** Shows the result of a change of the stored drawings. */
  function showStored(status: string, problem = ''): void {
    showStoredMessage(status, problem);
    const undo = button('undo');
    const hadFocus = undo === document.activeElement;
    undo.hidden = !drawings.canUndo;
    // Otherwise the focus would be lost with the hidden button.
    if (hadFocus && undo.hidden) button('save-drawings').focus();
  }

  function add(): void {
    mountPart(section, addDrawing);
  }

  /** @throws as `Drawings.add`; the drawing is then on the pad again */
  async function addDrawing(): Promise<void> {
    surface.endStroke();
    const { name, title } = chosen();
    const { strokes } = history;
    if (strokes.length === 0) return showMessage('', words.nothingDrawn);
    showMessage('');
    // At once, because the learner may begin the next drawing while this one is stored.
    history.reset();
    showStrokes();
    let result: AddResult | null = null;
    try {
      result = await drawings.add(name, simplifyStrokes(strokes));
    } finally {
      if (result !== 'added') {
        history.restore(strokes);
        showStrokes();
      }
    }
    const count = drawings.of(name).length;
    if (result === 'added') showMessage(words.added(title, count));
    else showMessage('', result === 'duplicate' ? words.duplicate(title) : words.classFull(title, count));
  }

  function undoStroke(): void {
    surface.endStroke();
    if (!history.canUndo) {
      showMessage(words.nothingToUndo);
      return;
    }
    const before = history.strokes.length;
    history.undo();
    showStrokes();
    const count = history.strokes.length;
    showMessage((count > before ? words.clearUndone : words.strokeUndone)(words.strokes(count)));
  }

  function clear(): void {
    surface.endStroke();
    if (history.strokes.length === 0) {
      showMessage(words.alreadyEmpty);
      return;
    }
    history.clear();
    showStrokes();
    showMessage(words.cleared);
  }

  function save(): void {
    const filed = classes.map(({ name }) => ({
      name,
      drawings: drawings.of(name).map(({ strokes }) => strokes),
    }));
    const count = filed.reduce((sum, each) => sum + each.drawings.length, 0);
    if (count === 0) {
      showStored('', words.nothingToSave);
      return;
    }
    const name = `${fileStem(words.fileName, Date.now())}.json`;
    const text = writeDrawingsFile(filed.filter((each) => each.drawings.length > 0));
    saveFile(new Blob([text], { type: 'application/json' }), name);
    showStored(words.saved(name, count));
  }

  function importFiles(files: readonly File[]): void {
    if (files.length === 0) return;
    showStored('');
    mountPart(section, async () => {
      const report = await importDrawings(files, drawings, titles, language).catch((error: unknown) => {
        if (error instanceof PartFailure) throw error;
        // The drawings could not be stored, which the record reports.
        return null;
      });
      if (report === null) return;
      showStored(report.status, report.problems);
    });
  }

  button('add').addEventListener('click', add);
  button('undo-stroke').addEventListener('click', undoStroke);
  button('clear').addEventListener('click', clear);
  button('save-drawings').addEventListener('click', save);
  button('undo').addEventListener('click', () => {
    drawings.undo().then(
      () => {
        showStored(words.undone);
      },
      // The record reports it.
      () => {},
    );
  });
  section.addEventListener('keydown', (event) => {
    // With Caps Lock it is a capital letter.
    if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    undoStroke();
  });
  section.addEventListener('change', ({ target }) => {
    if (target === importInput) {
      importFiles([...(importInput.files ?? [])]);
      // Allows the same files to be chosen again.
      importInput.value = '';
    } else {
      showMessage('');
      showClass();
    }
  });
  onFilesDropped(section, (files) => importFiles([...files]));
  drawings.onChange((name) => {
    showCounts();
    if (name === chosen().name) showClass();
  });

  showCounts();
  showClass();
  showStrokes();
  section.dataset['mounted'] = '';
}

/** Draws a drawing as a network sees it: 32 pixels, dark on white. */
function showPreview(canvas: HTMLCanvasElement, strokes: readonly string[]): void {
  const grey = strokes.length === 0 ? new Uint8Array(rasterSide ** 2).fill(255) : rasterizeStrokes(strokes);
  const { width, height, data } = onPaper(grey, rasterSide);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rgba.set(data.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
