type Attributes = Readonly<Record<string, string | boolean>>;

/**
 * Creates an element with attributes and children. Strings become text nodes, never markup. The attribute value `true` sets an
 * empty attribute, `false` sets none.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

/** Converts the parts of a text between backticks to `<code>` elements. */
export function backticked(text: string): readonly (Node | string)[] {
  return text.split('`').map((piece, index) => (index % 2 === 0 ? piece : element('code', {}, piece)));
}
