/** A small stand-in for the DOM: what the views under test use, without layout, styles and events of the browser. */

class StandInStyle {
  minHeight = '';
  visibility = '';
  readonly #properties = new Map<string, string>();

  setProperty(name: string, value: string): void {
    this.#properties.set(name, value);
  }
  getPropertyValue(name: string): string {
    return this.#properties.get(name) ?? '';
  }
}

/** An element. Its properties are those of `HTMLElement` that have the same names. */
export class StandInElement {
  readonly tagName: string;
  readonly dataset: Record<string, string | undefined>;
  readonly style = new StandInStyle();
  readonly #attributes = new Map<string, string>();
  readonly #listeners = new Map<string, (() => void)[]>();
  readonly #nodes: (StandInElement | string)[] = [];
  parentElement: StandInElement | null = null;
  offsetHeight = 0;
  open = false;
  value = 0;
  max = 1;

  constructor(tagName: string) {
    this.tagName = tagName;
    this.dataset = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_, name) => this.#attributes.get(dataName(name)),
        set: (_, name, value) => {
          this.#attributes.set(dataName(name), String(value));
          return true;
        },
        deleteProperty: (_, name) => {
          this.#attributes.delete(dataName(name));
          return true;
        },
      },
    );
  }

  get hidden(): boolean {
    return this.#attributes.has('hidden');
  }
  set hidden(isHidden: boolean) {
    if (isHidden) this.setAttribute('hidden', '');
    else this.removeAttribute('hidden');
  }
  get id(): string {
    return this.getAttribute('id') ?? '';
  }
  get isConnected(): boolean {
    return this.tagName === 'body' || this.parentElement?.isConnected === true;
  }
  get children(): readonly StandInElement[] {
    return this.#nodes.filter((node) => typeof node !== 'string');
  }
  get childElementCount(): number {
    return this.children.length;
  }
  get textContent(): string {
    return this.#nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  }
  set textContent(text: string) {
    this.replaceChildren(text);
  }
  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }
  append(...nodes: readonly (StandInElement | string)[]): void {
    for (const node of nodes) this.#insert(node, this.#nodes.length);
  }
  prepend(...nodes: readonly (StandInElement | string)[]): void {
    for (const node of nodes.toReversed()) this.#insert(node, 0);
  }
  replaceChildren(...nodes: readonly (StandInElement | string)[]): void {
    for (const child of this.children) child.remove();
    this.#nodes.length = 0;
    this.append(...nodes);
  }
  insertBefore(node: StandInElement, before: StandInElement | null): void {
    node.remove();
    this.#insert(node, before === null ? this.#nodes.length : this.#nodes.indexOf(before));
  }
  after(...nodes: readonly StandInElement[]): void {
    const parent = this.parentElement;
    if (parent === null) return;
    for (const node of nodes.toReversed()) {
      node.remove();
      parent.#insert(node, parent.#nodes.indexOf(this) + 1);
    }
  }
  before(...nodes: readonly StandInElement[]): void {
    for (const node of nodes) this.parentElement?.insertBefore(node, this);
  }
  replaceWith(node: StandInElement): void {
    this.before(node);
    this.remove();
  }
  remove(): void {
    if (this.parentElement === null) return;
    const siblings = this.parentElement.#nodes;
    siblings.splice(siblings.indexOf(this), 1);
    this.parentElement = null;
  }
  contains(other: StandInElement | null): boolean {
    return other === this || (other !== null && this.contains(other.parentElement));
  }
  closest(selector: string): StandInElement | null {
    return this.#matches(selector) ? this : (this.parentElement?.closest(selector) ?? null);
  }
  querySelector(selector: string): StandInElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  querySelectorAll(selector: string): readonly StandInElement[] {
    return this.children.flatMap((child) => [
      ...(child.#matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }
  addEventListener(type: string, listener: () => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  click(): void {
    for (const listener of this.#listeners.get('click') ?? []) listener();
  }
  focus(): void {}

  #insert(node: StandInElement | string, index: number): void {
    if (typeof node !== 'string') {
      node.remove();
      node.parentElement = this;
    }
    this.#nodes.splice(index, 0, node);
  }

  /** Supports a tag name, `.class`, `[name]` and `[name=value]`, each alone. */
  #matches(selector: string): boolean {
    const [, name = '', value] = /^\[([\w-]+)(?:="?([^"\]]*)"?)?\]$/.exec(selector) ?? [];
    if (name !== '')
      return value === undefined ? this.#attributes.has(name) : this.getAttribute(name) === value;
    if (selector.startsWith('.'))
      return this.getAttribute('class')?.split(' ').includes(selector.slice(1)) === true;
    return this.tagName === selector;
  }
}

function dataName(name: string | symbol): string {
  return `data-${String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Creates the `document` for `vi.stubGlobal('document', …)`. */
export function standInDocument() {
  const body = new StandInElement('body');
  return {
    body,
    activeElement: null,
    createElement: (tagName: string) => new StandInElement(tagName),
    querySelector: (selector: string) => body.querySelector(selector),
    querySelectorAll: (selector: string) => body.querySelectorAll(selector),
  };
}

/** Passes a stand-in to a view. */
export function asElement(element: StandInElement): HTMLElement {
  return element as unknown as HTMLElement;
}
