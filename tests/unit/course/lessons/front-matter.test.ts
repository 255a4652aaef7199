import { describe, expect, it } from 'vitest';
import { AuthoringError, collectDiagnostics } from '../../../../src/course/diagnostics/diagnostic.ts';
import { readFrontMatter } from '../../../../src/course/lessons/front-matter.ts';

const valid = `---
title: "Sonidos: ¿qué oyes?"
description: De qué trata la lección.
slug: sonidos
order: 6
part: transfer
minutes: 20
objectives:
  - Distinguir sonidos
---

# No: esto ya es texto
`;

const messageFor = (mdx: string) =>
  new AuthoringError(collectDiagnostics(() => readFrontMatter(mdx, 'es.mdx')).diagnostics).message;

describe('the front matter of a lesson', () => {
  it('is parsed if it is valid', () => {
    expect(readFrontMatter(valid, 'es.mdx')).toMatchObject({ title: 'Sonidos: ¿qué oyes?', order: 6 });
  });

  it.each([
    [
      'no title',
      /title: .*\n/,
      '',
      'es.mdx:2: title: expected the name of the lesson, for its heading and for lists, as text; found nothing. Add it.',
    ],
    [
      'a title with a colon and no quotation marks',
      /title: .*/,
      'title: Sonidos: uno',
      'es.mdx:2: expected valid YAML; found an error: Nested mappings are not allowed in compact mappings. Fix it there: put a text with a colon',
    ],
    [
      'an address with capitals',
      'slug: sonidos',
      'slug: Sonidos',
      'es.mdx:4: slug: expected lower-case words without accents, joined by hyphens; it never changes, even if the title does; found Sonidos. Correct it.',
    ],
    [
      'a number written in words',
      'order: 6',
      'order: six',
      'es.mdx:5: order: expected the number of the lesson in the course, the same in both languages, as a whole number; found six. Correct it.',
    ],
    [
      'half a minute',
      'minutes: 20',
      'minutes: 0.5',
      'es.mdx:7: minutes: expected the minutes of class that the lesson takes, the same in both languages, as a whole number; found 0.5. Correct it.',
    ],
    [
      'zero minutes',
      'minutes: 20',
      'minutes: 0',
      'es.mdx:7: minutes: expected the minutes of class that the lesson takes, the same in both languages, at least 1; found 0.',
    ],
    [
      'too many minutes',
      'minutes: 20',
      'minutes: 1440',
      'es.mdx:7: minutes: expected 180 minutes at most; found 1440.',
    ],
    [
      'an unknown part',
      'part: transfer',
      'part: audio',
      'es.mdx:6: part: expected the part of the course, one of pretrained, transfer, finetuning; found audio.',
    ],
    [
      'no objectives',
      '\n  - Distinguir sonidos',
      ' []',
      'es.mdx:8: objectives: expected 1 or more objectives; found []. Correct it.',
    ],
    [
      'an unknown field',
      'order: 6',
      'order: 6\nautor: x',
      'es.mdx:6: autor: expected only title, description, slug, order, part, minutes, objectives; found the field autor.',
    ],
    [
      'no front matter',
      /^---[\s\S]*---\n/,
      '',
      'es.mdx:1: the file: expected the front matter: title, description, slug, order, part, minutes, objectives; found nothing. Add it.',
    ],
  ])('is rejected for %s: line, expected, found, and how to fix it', (_, found, changed, message) => {
    expect(messageFor(valid.replace(found, changed))).toContain(message);
  });
});
