type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with attributes and children; text children are text, never markup. `true` sets an empty attribute, `false` none. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A sentence whose code stands between backticks, the code set as code. */
export function backticked(text: string): readonly (Node | string)[] {
  return text.split('`').map((piece, place) => (place % 2 === 0 ? piece : element('code', {}, piece)));
}
