import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { componentAttributes } from '../../../../src/course/lessons/text-diagnostics.ts';

it.each(
  Object.entries(componentAttributes),
)('the attributes of <%s> are the props of its component', (name, attributes) => {
  const file = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  const component = readFileSync(`src/components/lesson/${file}.astro`, 'utf8');
  const props = /interface Props \{([\s\S]*?)\n\}/.exec(component)?.[1] ?? '';
  expect([...props.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)].map(([, prop]) => prop)).toEqual([
    ...attributes,
  ]);
});
