import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../../../../src/course/diagnostics/diagnostic.ts';
import { readGlossary } from '../../../../src/course/glossary/read-glossary.ts';

const sound = `model:
  es: { term: modelo, definition: 'Una arquitectura con sus pesos: recibe un ejemplo y da una respuesta.' }
  en: { term: model, definition: 'An architecture with its weights: it takes an example and gives an answer.' }
base:
  es: { term: base, definition: 'La parte de la red que convierte un ejemplo en características.' }
  en: { term: backbone, definition: 'The part of the network that turns an example into features.' }
`;

function told(yaml: string): readonly string[] {
  return collectDiagnostics(() => readGlossary(yaml, 'g.yaml')).diagnostics.map(
    ({ line, field, expected, found, fix }) =>
      `${line}: ${field}: expected ${expected}; found ${found}. ${fix}`,
  );
}

describe('the glossary', () => {
  it('is read where it is as it must be', () => {
    expect(Object.keys(readGlossary(sound, 'g.yaml'))).toEqual(['model', 'base']);
  });

  it.each<[what: string, found: string, changed: string, mistake: string]>([
    [
      'a language that lacks',
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
      'a field with a name of no field',
      '{ term: backbone',
      '{ word: backbone',
      '6: base.en.word: expected only term, definition; found the field word. Correct its name, or take it out.',
    ],
    [
      'a definition too short',
      'La parte de la red que convierte un ejemplo en características.',
      'Una parte.',
      '5: base.es.definition: expected one or two sentences of 40 to 200 letters; found 10. Make it so.',
    ],
    [
      'a definition that does not end',
      'features.',
      'features',
      '6: base.en.definition: expected sentences that end; found “xample into features” at the end. Make it so.',
    ],
    [
      'a definition that begins small',
      'The part of',
      'the part of',
      '6: base.en.definition: expected a sentence with a capital at its beginning; found the part of the netw. Make it so.',
    ],
    [
      'a definition that was not translated',
      'The part of the network that turns an example into features.',
      'La parte de la red que convierte un ejemplo en características.',
      '6: base.en.definition: expected the definition in English; found the Spanish one. Translate it.',
    ],
    [
      'a word twice',
      'term: backbone',
      'term: Model',
      '6: base.en.term: expected a word that stands once; found Model, which is that of model too. Make it so.',
    ],
    [
      'an id that no address can hold',
      'base:\n',
      'La Base:\n',
      '4: La Base: expected an id of lower-case words joined by hyphens; found La Base. Make it so.',
    ],
  ])('with %s is refused: line, expected, found, and how to mend it', (_, found, changed, mistake) => {
    expect(sound.split(found).length, found).toBe(2);
    expect(told(sound.replace(found, changed))).toContain(mistake);
  });

  it.each([
    [
      'an id twice',
      sound.replace('base:', 'model:'),
      /^g\.yaml:4: expected YAML; found this: Map keys must be unique\./,
    ],
    [
      'a colon in a text',
      sound.replace(/'La parte.*'/, 'La parte: una red.'),
      /^g\.yaml:5: expected YAML; found this: /,
    ],
    [
      'nothing in it',
      '',
      /^g\.yaml:1: the file: expected words, each under its name; found nothing\. Add it\./,
    ],
    [
      'a list',
      '- model',
      /^g\.yaml:1: the file: expected words, each under its name; found \["model"\]\. Change it/,
    ],
  ])('with %s is refused by its line', (_, yaml, says) => {
    expect(() => readGlossary(yaml, 'g.yaml')).toThrow(says);
  });
});
