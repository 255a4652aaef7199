import type { ChartSurface } from '../protocol/chart-options.ts';
import type { ChartCallWords } from './chart-call-words.ts';
import { assertLikeTfvis, isRecord, labelOf } from './reading.ts';

export const defaultTab = 'Visor';

/** The result of `visor().surface()`: stand-ins for elements of the page, which a cell can only pass to tfvis. */
interface SurfaceHandle {
  readonly container: object;
  readonly label: object;
  readonly drawArea: object;
}

/** The surfaces that cells have named. */
export interface Surfaces {
  /**
   * Returns the surface for the first argument of a function of tfvis.
   *
   * @throws {TypeError} if the argument is not a surface, an element of one, or an object with a name
   */
  of(drawable: unknown, path: string): ChartSurface;
  handleOf(surface: ChartSurface): SurfaceHandle;
  /** Returns a stand-in for an element of the page, by its name in tfjs-vis; drawing on it draws on the surface. */
  elementOf(member: string, surface: ChartSurface): object;
  readonly known: ReadonlyMap<string, ChartSurface>;
}

export function createSurfaces(words: ChartCallWords): Surfaces {
  const known = new Map<string, ChartSurface>();
  const elements = new WeakMap<object, ChartSurface>();

  function register({ name, tab, styles }: { name: string; tab: unknown; styles: unknown }): ChartSurface {
    const ownTab = typeof tab === 'string' ? labelOf(tab) : defaultTab;
    const key = `${name}-${ownTab}`;
    const surface = known.get(key) ?? { name: labelOf(name), tab: ownTab, ...stylesOf(styles) };
    known.set(key, surface);
    return surface;
  }

  function elementOf(member: string, surface: ChartSurface): object {
    const element = new Proxy(new PageElement(member), {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || allowedKeys.has(key)) return Reflect.get(target, key);
        throw new TypeError(words.noPage(`${member}.${key}`));
      },
      set(_target, key) {
        throw new TypeError(words.noPage(`${member}.${String(key)}`));
      },
    });
    elements.set(element, surface);
    return element;
  }

  return {
    of(drawable, path) {
      if (!isRecord(drawable)) throw new TypeError(words.noSurface(path));
      const element = elements.get(drawable);
      if (element !== undefined) return element;
      const { drawArea, name, tab, styles } = drawable;
      const area = isRecord(drawArea) ? elements.get(drawArea) : undefined;
      if (area !== undefined) return area;
      if (name === undefined || name === null) throw new TypeError(words.noSurface(path));
      assertLikeTfvis(
        typeof name === 'string',
        "You must pass a config object with a 'name' property to create or retrieve a surface",
      );
      return register({ name: String(name), tab, styles });
    },
    handleOf: (surface) => ({
      container: elementOf('container', surface),
      label: elementOf('label', surface),
      drawArea: elementOf('drawArea', surface),
    }),
    elementOf,
    known,
  };
}

/** `className` is the name shown in cells, because bundling changes the name of the class. */
class PageElement {
  static readonly className = 'PageElement';
  readonly element: string;

  constructor(element: string) {
    this.element = element;
  }
}

/** Properties that `await`, tfjs and this facade read from any value; reading them must not throw. */
const allowedKeys: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'data',
  'dataSync',
  'throwIfDisposed',
  'length',
  'name',
  'drawArea',
]);

function stylesOf(styles: unknown): Pick<ChartSurface, 'styles'> {
  if (!isRecord(styles)) return {};
  const given = (['width', 'height', 'maxWidth', 'maxHeight'] as const).flatMap((name) => {
    const value = styles[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [];
  });
  return { styles: Object.fromEntries(given) };
}
