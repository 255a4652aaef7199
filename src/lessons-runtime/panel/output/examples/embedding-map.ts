import { element } from '../../dom/element.ts';
import { exampleCanvas } from '../example-picture.ts';
import type { ShowContext } from '../shown-output.ts';
import { exampleWords } from './example-words.ts';
import {
  type Direction,
  inWindow,
  type MapPlace,
  type MapWindow,
  moved,
  nextPoint,
  showing,
  wholeMap,
  zoomed,
} from './map-moves.ts';
import { nearestText, neighbourList, type Point } from './neighbour-list.ts';

const directions: Readonly<Partial<Record<string, Direction>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const zoomStep = 1.5;
/** The number of colours for groups in the style sheet; further groups repeat them. */
const groupColours = 6;
/** A longer movement of the pointer is a drag, in shares of the size of the map. */
const dragDistance = 0.02;
const namespace = 'http://www.w3.org/2000/svg';
let maps = 0;

/**
 * Creates a map of thumbnails. The arrow keys move between them, Enter pins one, + and − zoom, 0 shows all; the pointer drags,
 * two fingers zoom. Beside the map are the nearest neighbours of the example that has the focus, the pointer or the pin.
 */
export function createEmbeddingMap(points: readonly Point[], { words, announce }: ShowContext): HTMLElement {
  const viewWords = exampleWords[words.language];
  const helpId = `map-help-${++maps}`;
  const others = points.filter(({ isOwn, group }) => !isOwn && group !== '');
  const groups = [...new Set(others.map(({ group }) => group))];
  // Upwards on the map is a larger second coordinate.
  const places = points.map(({ x, y }): MapPlace => ({ x, y: 1 - y }));
  const lines = document.createElementNS(namespace, 'svg');
  lines.setAttribute('aria-hidden', 'true');
  lines.setAttribute('class', 'map-lines');
  const buttons = points.map((point, index) => pointButton(point, index));
  const field = element('div', { class: 'map-field' }, lines, ...buttons);
  const map = element(
    'div',
    { class: 'map', role: 'group', 'aria-label': viewWords.map(points.length), 'aria-describedby': helpId },
    field,
  );
  const nearest = element('div', { class: 'map-nearest' }, element('p', {}, viewWords.mapHint));
  let view: MapWindow = wholeMap;
  let current = Math.max(
    0,
    points.findIndex(({ isOwn }) => isOwn),
  );
  let pinned: number | null = null;
  let shown: number | null = null;

  function pointButton(point: Point, index: number): HTMLElement {
    const { name, group, isOwn, picture } = point;
    const parts = [group === '' ? name : `${name}, ${group}`, ...(isOwn ? [viewWords.own] : [])];
    const label = `${parts.join(', ')}. ${viewWords.nearestList(nearestText(points, point, words))}`;
    const colour = groups.indexOf(group);
    const button = element('button', {
      type: 'button',
      class: isOwn ? 'map-point map-own' : 'map-point',
      tabindex: '-1',
      'aria-label': label,
      'aria-pressed': 'false',
      'data-group': colour >= 0 && String(colour % groupColours),
    });
    if (picture !== null) {
      const canvas = exampleCanvas(picture, name);
      canvas.setAttribute('aria-hidden', 'true');
      button.append(canvas);
    }
    button.addEventListener('focus', () => {
      setCurrent(index);
      setView(showing(view, places[index] ?? wholeMap));
      showNearest(index);
    });
    button.addEventListener('pointerenter', () => {
      if (pinned === null) showNearest(index);
    });
    button.addEventListener('click', () => togglePin(index));
    return button;
  }

  function setCurrent(index: number): void {
    buttons[current]?.setAttribute('tabindex', '-1');
    buttons[index]?.setAttribute('tabindex', '0');
    current = index;
  }

  function togglePin(index: number): void {
    const name = points[index]?.name ?? '';
    const isPinned = pinned !== index;
    pinned = isPinned ? index : null;
    buttons.forEach((button, at) => void button.setAttribute('aria-pressed', String(at === pinned)));
    showNearest(index);
    announce(isPinned ? viewWords.pinned(name) : viewWords.unpinned(name));
  }

  function showNearest(index: number): void {
    const point = points[index];
    if (point === undefined) return;
    shown = index;
    const title = viewWords.nearest(point.name);
    nearest.replaceChildren(element('p', {}, title), neighbourList(points, point, title, words));
    for (const [at, button] of buttons.entries()) {
      const isNear = point.nearest.some((neighbour) => neighbour.index === at);
      button.classList.toggle('map-near', isNear || at === index);
    }
    drawLines();
  }

  function drawLines(): void {
    const point = shown === null ? undefined : points[shown];
    const from = shown === null ? undefined : places[shown];
    if (point === undefined || from === undefined) return;
    const percent = (value: number) => `${100 * value}%`;
    const [x1, y1] = coordinates(from);
    lines.replaceChildren(
      ...point.nearest.map(({ index }) => {
        const line = document.createElementNS(namespace, 'line');
        const [x2, y2] = coordinates(places[index] ?? from);
        for (const [name, value] of Object.entries({ x1, y1, x2, y2 }))
          line.setAttribute(name, percent(value));
        return line;
      }),
    );
  }

  function coordinates(place: MapPlace): readonly [number, number] {
    const { x, y } = inWindow(view, place);
    return [x, y];
  }

  function setView(next: MapWindow): void {
    view = next;
    places.forEach((place, index) => {
      const [x, y] = coordinates(place);
      const style = buttons[index]?.style;
      if (style === undefined) return;
      style.left = `${100 * x}%`;
      style.top = `${100 * y}%`;
    });
    map.classList.toggle('map-zoomed', view.zoom > 1);
    drawLines();
  }

  const centre = { x: 0.5, y: 0.5 };
  const zoom = (factor: number, at: MapPlace = centre): void => setView(zoomed(view, factor, at));

  map.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    const target =
      direction !== undefined
        ? nextPoint(places, current, direction)
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? points.length - 1
            : null;
    if (target !== null) buttons[target]?.focus();
    else if (event.key === '+') zoom(zoomStep, inWindow(view, places[current] ?? centre));
    else if (event.key === '-') zoom(1 / zoomStep, inWindow(view, places[current] ?? centre));
    else if (event.key === '0') setView(wholeMap);
    else return;
    event.preventDefault();
  });
  dragAndPinch(field, {
    onDrag: (by) => setView(moved(view, { x: -by.x, y: -by.y })),
    onZoom: zoom,
  });

  const tool = (label: string, text: string, act: () => void): HTMLElement => {
    const button = element('button', { type: 'button', class: 'output-button', 'aria-label': label }, text);
    button.addEventListener('click', act);
    return button;
  };
  const legend = groups.map((group, index) =>
    element('li', { 'data-group': String(index % groupColours) }, group),
  );
  if (points.some(({ isOwn }) => isOwn)) legend.push(element('li', { class: 'map-own-key' }, viewWords.own));
  setCurrent(current);
  setView(wholeMap);
  if (points[current]?.isOwn === true) showNearest(current);
  return element(
    'div',
    { class: 'embedding' },
    element(
      'div',
      { class: 'map-tools' },
      tool(viewWords.zoomOut, '−', () => zoom(1 / zoomStep)),
      tool(viewWords.zoomIn, '+', () => zoom(zoomStep)),
      tool(viewWords.zoomReset, viewWords.zoomReset, () => setView(wholeMap)),
      element('ul', { class: 'map-legend' }, ...legend),
    ),
    map,
    nearest,
    element('p', { class: 'report-hint', id: helpId }, viewWords.mapHelp),
  );
}

/** Reports drags of one pointer and pinches of two, in shares of the size of the field. */
function dragAndPinch(
  field: HTMLElement,
  events: {
    readonly onDrag: (by: MapPlace) => void;
    /** @param at the point between the fingers */
    readonly onZoom: (factor: number, at: MapPlace) => void;
  },
): void {
  const pointers = new Map<number, MapPlace>();
  /** How far the pointers moved since the first of them went down. */
  let distance = 0;

  function placeOf({ clientX, clientY }: PointerEvent): MapPlace {
    const { left, top, width, height } = field.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  const spread = (): number => {
    const [one, other] = [...pointers.values()];
    return one === undefined || other === undefined ? 0 : Math.hypot(one.x - other.x, one.y - other.y);
  };

  field.addEventListener('pointerdown', (event) => {
    if (pointers.size === 0) distance = 0;
    pointers.set(event.pointerId, placeOf(event));
  });
  field.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = placeOf(event);
    const spreadBefore = spread();
    pointers.set(event.pointerId, now);
    distance += Math.hypot(now.x - before.x, now.y - before.y);
    if (pointers.size === 1) events.onDrag({ x: now.x - before.x, y: now.y - before.y });
    else if (spreadBefore > 0) events.onZoom(spread() / spreadBefore, now);
  });
  // The end of a drag is not a click on the point below.
  field.addEventListener(
    'click',
    (event) => {
      if (distance > dragDistance) event.stopPropagation();
      distance = 0;
    },
    { capture: true },
  );
  for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const)
    field.addEventListener(type, (event) => void pointers.delete(event.pointerId));
}
