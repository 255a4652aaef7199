import { describe, expect, it } from 'vitest';
import { AuthoringError, collectDiagnostics } from '../../../../src/course/diagnostics/diagnostic.ts';
import { readFrontMatter } from '../../../../src/course/lessons/front-matter.ts';

const sound = `---
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

const told = (mdx: string) =>
  new AuthoringError(collectDiagnostics(() => readFrontMatter(mdx, 'es.mdx')).diagnostics).message;

describe('the front matter of a lesson', () => {
  it('is read where it is as it must be', () => {
    expect(readFrontMatter(sound, 'es.mdx')).toMatchObject({ title: 'Sonidos: ¿qué oyes?', order: 6 });
  });

  it.each([
    [
      'no title',
      /title: .*\n/,
      '',
      'es.mdx:2: title: expected the name of the lesson, as its heading and in every list, as text; found nothing. Add it.',
    ],
    [
      'a title with a colon and no quotation marks',
      /title: .*/,
      'title: Sonidos: uno',
      'es.mdx:2: expected YAML; found this: Nested mappings are not allowed in compact mappings. Mend it there: a text with a colon',
    ],
    [
      'an address with capitals',
      'slug: sonidos',
      'slug: Sonidos',
      'es.mdx:4: slug: expected lower-case words without accents, joined by hyphens; it stays when the title changes; found Sonidos. Change it to that.',
    ],
    [
      'a number in words',
      'order: 6',
      'order: six',
      'es.mdx:5: order: expected the number of the lesson in the course, equal in both languages, as a whole number; found six. Change it to that.',
    ],
    [
      'half a minute',
      'minutes: 20',
      'minutes: 0.5',
      'es.mdx:7: minutes: expected the minutes of class that the lesson takes, equal in both languages, as a whole number; found 0.5. Change it to that.',
    ],
    [
      'no minutes',
      'minutes: 20',
      'minutes: 0',
      'es.mdx:7: minutes: expected the minutes of class that the lesson takes, equal in both languages, from 1 up; found 0.',
    ],
    [
      'a day of minutes',
      'minutes: 20',
      'minutes: 1440',
      'es.mdx:7: minutes: expected 180 minutes at most; found 1440.',
    ],
    [
      'a part that is none',
      'part: transfer',
      'part: audio',
      'es.mdx:6: part: expected the part of the course, one of pretrained, transfer, finetuning; found audio.',
    ],
    [
      'no objective',
      '\n  - Distinguir sonidos',
      ' []',
      'es.mdx:8: objectives: expected 1 or more objectives; found []. Change it to that.',
    ],
    [
      'a field with a name of no field',
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
  ])('with %s is refused: line, expected, found, and how to mend it', (_, found, changed, mistake) => {
    expect(told(sound.replace(found, changed))).toContain(mistake);
  });
});
