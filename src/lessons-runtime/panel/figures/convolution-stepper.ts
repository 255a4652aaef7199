import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import {
  convolve,
  type Grid,
  greyLevels,
  greyOf,
  type Kernel,
  kernelNames,
  kernelSide,
  kernels,
  type Movement,
  stepAt,
} from './convolution.ts';
import { drawGrid, readPhoto, setPlace } from './convolution-drawing.ts';
import { convolutionWords } from './convolution-words.ts';

/** The time between two steps while playing. */
const stepMilliseconds = 350;

/** Makes the figure of a convolution interactive. @param figure the markup of `convolution-stepper.astro` */
export function mountConvolution(figure: HTMLElement, language: Language): void {
  const words = convolutionWords[language];
  const { number, count } = formatFor(language);
  const signed = (value: number) => number(value).replace('-', '−');
  const part = <Type extends Element = HTMLElement>(name: string) =>
    requireElement<Type>(figure, `[data-${name}]`);
  const all = (name: string) => [...figure.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  const announce = createAnnouncer(part('convolution-status'));

  const values = (figure.dataset['values'] ?? '').split(' ').map(Number);
  const side = Math.sqrt(values.length);
  const views: Readonly<Record<Movement['padding'], string>> = JSON.parse(figure.dataset['views'] ?? '{}');
  let picture: Grid = { width: side, height: side, values };
  const chosen = kernelNames.find((name) => name === figure.dataset['kernel']) ?? 'vertical-edges';
  let kernel: Kernel = kernels[chosen];
  let movement: Movement = { stride: 1, padding: 'valid' };
  let map = convolve(picture, kernel, movement);
  /** The place of the shown value in the map, row by row. */
  let at = Number(figure.dataset['at']);
  /** How much of the map is drawn. */
  let grown = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  // The numbers of the filter.
  const weights = all('weight').map((place) => {
    const input = element('input', {
      type: 'number',
      step: 'any',
      inputmode: 'decimal',
      'aria-label': place.dataset['weight'] ?? '',
    });
    place.replaceChildren(input);
    input.addEventListener('input', () => {
      kernel = { ...kernel, weights: weights.map((each) => clampWeight(each.valueAsNumber)) };
      own.hidden = false;
      kernelSelect.value = 'own';
      recalculate();
    });
    return input;
  });

  // The controls.
  const own = element('option', { value: 'own', hidden: true }, words.names.own);
  const kernelSelect = element(
    'select',
    {},
    ...kernelNames.map((name) => element('option', { value: name }, words.names[name])),
    own,
  );
  kernelSelect.value = chosen;
  const strideSelect = element(
    'select',
    {},
    ...(['1', '2'] as const).map((value) => element('option', { value }, value)),
  );
  const paddingSelect = element(
    'select',
    {},
    ...(['valid', 'same'] as const).map((value) => element('option', { value }, words.paddings[value])),
  );
  const button = (text: string, act: () => void) => {
    const node = element('button', { type: 'button' }, text);
    node.addEventListener('click', act);
    return node;
  };
  const back = button(words.back, () => step(-1));
  const next = button(words.next, () => step(1));
  const play = button(words.play, () => (timer === undefined ? start() : pause()));
  const reset = button(words.reset, () => {
    pause();
    grown = 0;
    moveTo(0);
  });
  const hint = element('p', { class: 'convolution-hint' }, words.hint);
  part('controls').append(
    element('label', {}, words.kernel, kernelSelect),
    element('label', {}, words.stride, strideSelect),
    element('label', {}, words.padding, paddingSelect),
    element('div', { class: 'convolution-buttons' }, play, back, next, reset),
    hint,
  );
  kernelSelect.addEventListener('change', () => {
    const name = kernelNames.find((each) => each === kernelSelect.value);
    if (name !== undefined) kernel = kernels[name];
    showWeights();
    recalculate();
  });
  for (const select of [strideSelect, paddingSelect])
    select.addEventListener('change', () => {
      movement = {
        stride: strideSelect.value === '2' ? 2 : 1,
        padding: paddingSelect.value === 'same' ? 'same' : 'valid',
      };
      pause();
      at = 0;
      grown = 0;
      recalculate();
    });

  // The photo, on which the window is moved.
  const surface = part('surface');
  surface.tabIndex = 0;
  surface.setAttribute('role', 'application');
  surface.setAttribute('aria-label', words.title);
  surface.setAttribute('aria-description', words.hint);
  surface.addEventListener('keydown', (event) => {
    const column = at % map.width;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: column > 0 ? -1 : 0,
      ArrowRight: column < map.width - 1 ? 1 : 0,
      ArrowUp: at >= map.width ? -map.width : 0,
      ArrowDown: at + map.width < map.values.length ? map.width : 0,
      Home: -at,
      End: map.values.length - 1 - at,
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    pause();
    moveTo(at + move);
    announceStep();
  });
  const follow = (event: PointerEvent) => {
    const { left, top, width } = surface.getBoundingClientRect();
    const [start, , shown] = views[movement.padding].split(' ').map(Number);
    const pixel = (offset: number) => (offset / width) * (shown ?? side) + (start ?? 0);
    const first = stepAt(picture, kernel, movement, 0, 0);
    const place = (position: number, start: number, length: number) =>
      Math.max(0, Math.min(length - 1, Math.round((position - start - kernelSide / 2) / movement.stride)));
    const column = place(pixel(event.clientX - left), first.left, map.width);
    const row = place(pixel(event.clientY - top), first.top, map.height);
    moveTo(row * map.width + column);
  };
  surface.addEventListener('pointerdown', (event) => {
    pause();
    surface.setPointerCapture(event.pointerId);
    follow(event);
  });
  surface.addEventListener('pointermove', (event) => {
    if (surface.hasPointerCapture(event.pointerId)) follow(event);
  });
  surface.addEventListener('pointerup', announceStep);

  function start(): void {
    if (at === map.values.length - 1) {
      grown = 0;
      moveTo(0);
    }
    play.textContent = words.pause;
    timer = setInterval(() => {
      if (at === map.values.length - 1 || !figure.isConnected) pause();
      else moveTo(at + 1);
    }, stepMilliseconds);
  }

  function pause(): void {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    play.textContent = words.play;
    announceStep();
  }

  function step(by: number): void {
    pause();
    moveTo(at + by);
    announceStep();
  }

  function moveTo(place: number): void {
    at = Math.max(0, Math.min(map.values.length - 1, place));
    grown = Math.max(grown, at + 1);
    draw();
  }

  function recalculate(): void {
    map = convolve(picture, kernel, movement);
    moveTo(at);
    announceStep();
  }

  const result = () => {
    const { sum, result: value } = stepAt(
      picture,
      kernel,
      movement,
      at % map.width,
      Math.floor(at / map.width),
    );
    return kernel.divisor === 1
      ? words.sum(signed(sum))
      : words.divided(signed(sum), count(kernel.divisor), signed(value));
  };

  function announceStep(): void {
    const value = map.values[at] ?? 0;
    announce(words.at(count(Math.floor(at / map.width) + 1), count((at % map.width) + 1), signed(value)));
  }

  function showWeights(): void {
    weights.forEach((input, place) => {
      input.value = String(kernel.weights[place] ?? 0);
    });
  }

  function draw(): void {
    const [column, row] = [at % map.width, Math.floor(at / map.width)];
    const { left, top, pixels, products } = stepAt(picture, kernel, movement, column, row);
    setPlace(part<SVGRectElement>('window'), left, top);
    setPlace(part<SVGRectElement>('point'), column, row);
    for (const drawing of figure.querySelectorAll('svg'))
      drawing.setAttribute('viewBox', views[movement.padding]);
    part<SVGRectElement>('zeros').setAttribute(
      'visibility',
      movement.padding === 'same' ? 'visible' : 'hidden',
    );
    const largest = Math.max(...map.values.map(Math.abs));
    drawGrid(part<SVGGElement>('map'), map.width, map.values.slice(0, grown), (value) =>
      greyOf(value, kernel, largest),
    );
    const frame = part<SVGRectElement>('map-frame');
    frame.setAttribute('width', String(map.width));
    frame.setAttribute('height', String(map.height));
    part('map-title').textContent = words.map(`${map.width}×${map.height}`);
    all('pixel').forEach((node, place) => {
      node.textContent = count(pixels[place] ?? 0);
    });
    all('product').forEach((node, place) => {
      node.textContent = signed(products[place] ?? 0);
    });
    part('result').textContent = result();
    part('scale').textContent = kernel.weights.some((weight) => weight < 0) ? words.signed : words.unsigned;
    const sizes = words.sizes[movement.padding](count(side), count(map.width));
    part('sizes').textContent = movement.stride === 2 ? `${sizes} ${words.jumps}` : sizes;
    back.disabled = at === 0 && document.activeElement !== back;
    next.disabled = at === map.values.length - 1 && document.activeElement !== next;
  }

  function showPicture(shown: Grid): void {
    picture = shown;
    drawGrid(part<SVGGElement>('picture'), side, picture.values, (value) => value);
    recalculate();
  }

  // The photo of the page's picker, once the learner has chosen one.
  const preview = document.querySelector<HTMLImageElement>('[data-photo-preview]');
  const initial = preview?.getAttribute('src');
  preview?.addEventListener('load', () => {
    if (preview.getAttribute('src') === initial) return;
    const pixels = readPhoto(preview, side);
    if (pixels === null) return;
    showPicture(greyLevels(pixels, side, side));
    announce(words.yours);
  });

  showWeights();
  moveTo(at);
}

/** Keeps numbers within what the figure has room for; text that is no number counts as 0. */
function clampWeight(weight: number): number {
  return Number.isFinite(weight) ? Math.max(-99, Math.min(99, weight)) : 0;
}
