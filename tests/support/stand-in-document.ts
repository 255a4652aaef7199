import { vi } from 'vitest';

/** A text node of the stand-in. */
class StandInText {
  parentNode: StandInElement | null = null;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get textContent(): string {
    return this.text;
  }
}

type StandInNode = StandInText | StandInElement;

/** An element of the stand-in: what views of outputs use of the DOM, without layout. */
export class StandInElement {
  readonly tag: string;
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, string> & { setProperty(name: string, value: string): void };
  readonly dataset: Record<string, string> = {};
  nodes: StandInNode[] = [];
  parentNode: StandInElement | null = null;
  readonly listeners = new Map<string, ((event: object) => void)[]>();

  constructor(tag: string) {
    this.tag = tag;
    const values: Record<string, string> = {};
    this.style = Object.assign(values, {
      setProperty(name: string, value: string) {
        values[name] = value;
      },
    }) as typeof this.style;
  }

  readonly classList = {
    add: (...names: readonly string[]) => this.setClasses([...this.classes, ...names]),
    toggle: (name: string, isOn: boolean) =>
      this.setClasses([...this.classes.filter((each) => each !== name), ...(isOn ? [name] : [])]),
  };

  get classes(): readonly string[] {
    return (this.attributes.get('class') ?? '').split(' ').filter((name) => name !== '');
  }

  private setClasses(names: readonly string[]): void {
    this.attributes.set('class', [...new Set(names)].join(' '));
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  append(...children: readonly (StandInNode | string)[]): void {
    this.nodes.push(...children.map((child) => this.adopted(child)));
  }

  prepend(...children: readonly (StandInNode | string)[]): void {
    this.nodes.unshift(...children.map((child) => this.adopted(child)));
  }

  replaceChildren(...children: readonly (StandInNode | string)[]): void {
    this.nodes = [];
    this.append(...children);
  }

  private adopted(child: StandInNode | string): StandInNode {
    const node = typeof child === 'string' ? new StandInText(child) : child;
    if (node.parentNode !== null)
      node.parentNode.nodes = node.parentNode.nodes.filter((each) => each !== node);
    node.parentNode = this;
    return node;
  }

  get children(): readonly StandInElement[] {
    return this.nodes.filter((node) => node instanceof StandInElement);
  }

  get textContent(): string {
    return this.nodes.map(({ textContent }) => textContent).join('');
  }

  set textContent(text: string) {
    this.replaceChildren(text);
  }

  addEventListener(type: string, listener: (event: object) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  /** Calls the listeners of this element, and those of the elements around it. */
  dispatch(type: string, event: object = {}): void {
    for (const listener of this.listeners.get(type) ?? []) listener(event);
    this.parentNode?.dispatch(type, event);
  }

  focus(): void {
    for (const listener of this.listeners.get('focus') ?? []) listener({});
  }

  getContext(): { putImageData(): void } {
    return { putImageData() {} };
  }

  /** Returns all elements within that satisfy a condition, in document order. */
  all(matches: (element: StandInElement) => boolean): readonly StandInElement[] {
    return this.children.flatMap((child) => [...(matches(child) ? [child] : []), ...child.all(matches)]);
  }

  byTag(tag: string): readonly StandInElement[] {
    return this.all((each) => each.tag === tag);
  }

  byClass(name: string): readonly StandInElement[] {
    return this.all(({ classes }) => classes.includes(name));
  }

  /** The text that a screen reader reads: names of images and controls instead of their content, nothing that is hidden. */
  get spokenText(): string {
    if (this.attributes.get('aria-hidden') === 'true') return '';
    const label = this.attributes.get('aria-label');
    const isLeaf = this.tag === 'button' || this.attributes.get('role') === 'img';
    if (label !== undefined && isLeaf) return label;
    const inner = this.nodes.map((node) => (node instanceof StandInElement ? node.spokenText : node.text));
    return [label ?? '', ...inner].join(' ').replace(/\s+/g, ' ').trim();
  }
}

/** Replaces `document` and `ImageData` for the tests of a file. Call `vi.unstubAllGlobals()` at their end. */
export function useStandInDocument(): void {
  vi.stubGlobal('document', {
    createElement: (tag: string) => new StandInElement(tag),
    createElementNS: (_: string, tag: string) => new StandInElement(tag),
  });
  vi.stubGlobal('HTMLElement', StandInElement);
  vi.stubGlobal('ImageData', class {});
}

/** Returns a node of a view as the stand-in that it is. */
export function standIn(node: object): StandInElement {
  if (!(node instanceof StandInElement)) throw new Error('not an element of the stand-in');
  return node;
}
