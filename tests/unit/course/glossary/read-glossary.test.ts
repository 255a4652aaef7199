import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../../../../src/course/diagnostics/diagnostic.ts';
import { readGlossary } from '../../../../src/course/glossary/read-glossary.ts';

const valid = `model:
  es: { term: modelo, definition: 'Una arquitectura con sus pesos: recibe un ejemplo y da una respuesta.' }
  en: { term: model, definition: 'An architecture with its weights: it takes an example and gives an answer.' }
base:
  es: { term: base, definition: 'La parte de la red que convierte un ejemplo en características.' }
  en: { term: backbone, definition: 'The part of the network that turns an example into features.' }
`;

function mistakesIn(yaml: string): readonly string[] {
  return collectDiagnostics(() => readGlossary(yaml, 'g.yaml')).diagnostics.map(
    ({ line, field, expected, found, fix }) =>
      `${line}: ${field}: expected ${expected}; found ${found}. ${fix}`,
  );
}

describe('the glossary', () => {
  it('is parsed if it is valid', () => {
    expect(Object.keys(readGlossary(valid, 'g.yaml'))).toEqual(['model', 'base']);
  });

  it.each<[mistake: string, found: string, changed: string, message: string]>([
    [
      'a missing language',
      `  en: { term: model, definition: 'An architecture with its weights: it takes an example and gives an answer.' }\n`,
      '',
      '1: model.en: expected the word in English: term, definition; found nothing. Add it.',
    ],
    [
      'no definition',
      `, definition: 'La parte de la red que convierte un ejemplo en características.'`,
      '',
      '5: base.es.definition: expected its definition in Spanish, as text; found nothing. Add it.',
    ],
    [
      'an unknown field',
      '{ term: backbone',
      '{ word: backbone',
      '6: base.en.word: expected only term, definition; found the field word. Correct its name, or remove it.',
    ],
    [
      'a definition that is too short',
      'La parte de la red que convierte un ejemplo en características.',
      'Una parte.',
      '5: base.es.definition: expected one or two sentences of 40 to 200 characters; found 10. Correct it.',
    ],
    [
      'a definition without a full stop',
      'features.',
      'features',
      '6: base.en.definition: expected a full stop at the end; found “xample into features”. Correct it.',
    ],
    [
      'a definition that begins in lower case',
      'The part of',
      'the part of',
      '6: base.en.definition: expected a sentence that begins with a capital; found the part of the netw. Correct it.',
    ],
    [
      'a definition that was not translated',
      'The part of the network that turns an example into features.',
      'La parte de la red que convierte un ejemplo en características.',
      '6: base.en.definition: expected the definition in English; found the one in Spanish. Translate it.',
    ],
    [
      'a duplicate word',
      'term: backbone',
      'term: Model',
      '6: base.en.term: expected a word that no other entry has; found Model, which model has too. Correct it.',
    ],
    [
      'an id that cannot be part of an address',
      'base:\n',
      'La Base:\n',
      '4: La Base: expected an id of lower-case words joined by hyphens; found La Base. Correct it.',
    ],
  ])('is rejected for %s: line, expected, found, and how to fix it', (_, found, changed, message) => {
    expect(valid.split(found).length, found).toBe(2);
    expect(mistakesIn(valid.replace(found, changed))).toContain(message);
  });

  it.each([
    [
      'a duplicate id',
      valid.replace('base:', 'model:'),
      /^g\.yaml:4: expected valid YAML; found an error: Map keys must be unique\./,
    ],
    [
      'a colon in a text',
      valid.replace(/'La parte.*'/, 'La parte: una red.'),
      /^g\.yaml:5: expected valid YAML; found an error: /,
    ],
    [
      'an empty file',
      '',
      /^g\.yaml:1: the file: expected words, each under its name; found nothing\. Add it\./,
    ],
    [
      'a list',
      '- model',
      /^g\.yaml:1: the file: expected words, each under its name; found \["model"\]\. Correct it/,
    ],
  ])('is rejected, with the line, for %s', (_, yaml, message) => {
    expect(() => readGlossary(yaml, 'g.yaml')).toThrow(message);
  });
});
