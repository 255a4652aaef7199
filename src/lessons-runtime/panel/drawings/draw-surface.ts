import { padSide } from '../../host/drawings/simplify-strokes.ts';
import type { Coordinates } from '../../shared/geometry.ts';
import { requireElement } from '../dom/read-page.ts';

/** The position of the keyboard's pen, from 0 to 100 from the top left corner, and whether it is drawing. */
export interface PenState {
  readonly x: number;
  readonly y: number;
  readonly isDown: boolean;
}

interface SurfaceEvents {
  /** Returns whether another stroke may begin. */
  readonly canDraw: () => boolean;
  readonly onStroke: (stroke: Coordinates) => void;
  /** Called when the keyboard moves, lowers or lifts the pen. */
  readonly onPen: (pen: PenState, change: 'moved' | 'lowered' | 'lifted') => void;
  /** Called when Enter is pressed. */
  readonly onEnter: () => void;
}

/** A part of the page on which the learner draws with a mouse, a finger, a pen or the keyboard. */
export interface DrawSurface {
  /** Shows strokes, in units of the pad. */
  show(strokes: readonly Coordinates[]): void;
  /** Ends a stroke that is being drawn. */
  endStroke(): void;
}

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** Coordinates of a stroke; a longer one continues as another stroke. */
const longestStroke = 8000;
/** In units of the pad: a point that is nearer to the one before is omitted. */
const nearest = 0.7;
/** Steps of the arrow keys in units of the pad, without and with Shift. */
const [step, largeStep] = [4, 20];

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Mounts a drawing surface.
 * @param node an element of the role `application` that contains an `<svg>` of `padSide` units with `[data-ink]` and `[data-pen]`
 */
export function mountDrawSurface(node: HTMLElement, events: SurfaceEvents): DrawSurface {
  const svg = requireElement<SVGSVGElement>(node, 'svg');
  const ink = requireElement<SVGGElement>(svg, '[data-ink]');
  const penMark = requireElement<SVGGElement>(svg, '[data-pen]');
  const lines = new WeakMap<Coordinates, SVGPolylineElement>();
  /** The stroke that is being drawn, and what draws it. */
  let live: {
    readonly points: number[];
    readonly line: SVGPolylineElement;
    readonly by: number | 'keys';
    /** Whether a finger draws it, or the palm of a hand with a pen. */
    readonly isTouch: boolean;
  } | null = null;
  let pen = { x: padSide / 2, y: padSide / 2 };

  /** Returns whether a stroke has begun. */
  function begin(x: number, y: number, by: number | 'keys', isTouch = false): boolean {
    if (!events.canDraw()) return false;
    const line = createLine([x, y]);
    live = { points: [x, y], line, by, isTouch };
    ink.append(line);
    return true;
  }

  function extend(x: number, y: number): void {
    if (live === null) return;
    const { points, line, by, isTouch } = live;
    if (Math.hypot(x - (points.at(-2) ?? x), y - (points.at(-1) ?? y)) < nearest) return;
    points.push(x, y);
    // Appending does not parse the other points again, as setting the attribute would.
    line.points.appendItem(Object.assign(svg.createSVGPoint(), { x, y }));
    if (points.length < longestStroke) return;
    endStroke();
    begin(x, y, by, isTouch);
  }

  function endStroke(): void {
    if (live === null) return;
    const { points, line } = live;
    live = null;
    lines.set(points, line);
    events.onStroke(points);
  }

  function position({ clientX, clientY }: PointerEvent): readonly [x: number, y: number] {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const within = (value: number) => Math.min(padSide, Math.max(0, value));
    return [within(((clientX - left) / width) * padSide), within(((clientY - top) / height) * padSide)];
  }

  node.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType === 'pen' && live?.isTouch === true) {
      live.line.remove();
      live = null;
    }
    // A second finger does not draw.
    if (typeof live?.by === 'number') return;
    lift();
    node.removeAttribute('data-keys');
    node.setPointerCapture(event.pointerId);
    begin(...position(event), event.pointerId, event.pointerType === 'touch');
  });
  node.addEventListener('pointermove', (event) => {
    if (live?.by !== event.pointerId) return;
    // The pointer was lifted where the page could not notice it.
    if (event.buttons === 0) return endStroke();
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const each of passed.length > 0 ? passed : [event]) extend(...position(each));
  });
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    node.addEventListener(type, (event) => {
      if (live?.by === event.pointerId) endStroke();
    });

  const penState = (): PenState => ({
    x: Math.round((100 * pen.x) / padSide),
    y: Math.round((100 * pen.y) / padSide),
    isDown: live?.by === 'keys',
  });

  function lift(): void {
    if (live?.by !== 'keys') return;
    endStroke();
    showPen();
    events.onPen(penState(), 'lifted');
  }

  function showPen(): void {
    penMark.setAttribute('transform', `translate(${pen.x} ${pen.y})`);
    node.toggleAttribute('data-pen-down', live?.by === 'keys');
  }

  node.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction !== undefined) {
      const length = event.shiftKey ? largeStep : step;
      const moved = (value: number, along: number) => Math.min(padSide, Math.max(0, value + along * length));
      pen = { x: moved(pen.x, direction[0]), y: moved(pen.y, direction[1]) };
      if (live?.by === 'keys') extend(pen.x, pen.y);
      events.onPen(penState(), 'moved');
    } else if (event.key === ' ') {
      if (live?.by === 'keys') lift();
      else if (live === null && !event.repeat && begin(pen.x, pen.y, 'keys'))
        events.onPen(penState(), 'lowered');
    } else if (event.key === 'Escape' && live?.by === 'keys') lift();
    else if (event.key === 'Enter') {
      // Holding the key down adds one drawing.
      if (!event.repeat) events.onEnter();
    } else return;
    event.preventDefault();
    node.setAttribute('data-keys', '');
    showPen();
  });
  node.addEventListener('blur', () => {
    lift();
    node.removeAttribute('data-keys');
  });

  node.tabIndex = 0;
  showPen();
  return {
    show(strokes) {
      ink.replaceChildren(
        ...strokes.map((stroke) => {
          const line = lines.get(stroke) ?? createLine(stroke);
          lines.set(stroke, line);
          return line;
        }),
        ...(live === null ? [] : [live.line]),
      );
    },
    endStroke() {
      if (live?.by === 'keys') lift();
      else endStroke();
    },
  };
}

/** Creates a line through points. A line of one point has it twice, because browsers then draw a dot. */
function createLine(points: Coordinates): SVGPolylineElement {
  const line = document.createElementNS(svgNamespace, 'polyline');
  const all = points.length === 2 ? [...points, ...points] : points;
  line.setAttribute('points', all.join(' '));
  return line;
}
