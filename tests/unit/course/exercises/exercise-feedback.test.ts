import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../../../../src/course/diagnostics/diagnostic.ts';
import { parseFeedback } from '../../../../src/course/exercises/exercise-feedback.ts';

const words = (count: number) => Array.from({ length: count }, (_, place) => `w${place}`).join(' ');
const both = (text: string) => ({ es: text, en: text });
const message = { tested: both('what'), says: both('so') };

const valid = {
  title: both('A title'),
  statement: both('Do this.'),
  hints: [both(words(40)), both(words(120))],
  messages: { correct: message, 'one-way': message, 'another-way': message },
};

/** Returns the mistakes in a valid file with a change. The file is written as JSON, which is valid YAML. @param used messages that the check gives */
function mistakesIn(change: object, used: readonly string[] | null = null): readonly string[] {
  const yaml = JSON.stringify({ ...valid, ...change }, null, 1);
  return collectDiagnostics(() => parseFeedback(yaml, 'f.yaml', used)).diagnostics.map(
    ({ line, field, expected, found, fix }) =>
      `${line}: ${field}: expected ${expected}; found ${found}. ${fix}`,
  );
}

describe('feedback.yaml', () => {
  it('is parsed if it is valid', () => {
    expect(parseFeedback(JSON.stringify(valid), 'a')).toEqual(valid);
    expect(mistakesIn({}, ['one-way', 'another-way'])).toEqual([]);
    expect(
      mistakesIn({ messages: { ...valid.messages, missing: message, threw: message } }, [
        'one-way',
        'another-way',
      ]),
    ).toEqual([]);
  });

  it.each<[mistake: string, change: object, message: string]>([
    [
      'a missing language',
      { title: { es: 'Uno' } },
      '2: title.en: expected the title in English, as text; found nothing. Add it.',
    ],
    [
      'an empty text',
      { statement: { es: ' ', en: 'Do' } },
      '7: statement.es: expected the statement in Spanish, not empty; found an empty text. Correct it.',
    ],
    [
      'no title',
      { title: undefined },
      '1: title: expected the title in both languages: es, en; found nothing. Add it.',
    ],
    [
      'too few hints',
      { hints: [both(words(40))] },
      '10: hints: expected 2 or more hints; found [{"es":"w0 w1',
    ],
    [
      'a hint that is too short',
      { hints: [both(words(40)), { es: words(40), en: words(12) }] },
      '17: hints[2].en: expected a hint of 40 to 120 words; found 12 words. Explain more of the idea behind it.',
    ],
    [
      'a hint that is too long',
      { hints: [both(words(121)), both(words(40))] },
      '12: hints[1].es: expected a hint of 40 to 120 words; found 121 words. Shorten it, or split it in two.',
    ],
    [
      'no message for a right answer',
      { messages: { one: message, two: message, three: message } },
      '20: messages: expected one named correct; found one, two, three. Add it.',
    ],
    [
      'too few messages',
      { messages: { correct: message, one: message } },
      '20: messages: expected at least two besides correct, one for each typical mistake; found correct, one. Add the missing ones.',
    ],
    [
      'a message that does not say what was tested',
      { messages: { ...valid.messages, one: { says: both('so') } } },
      '51: messages.one.tested: expected what was tested in both languages: es, en; found nothing. Add it.',
    ],
    [
      'an invalid message name',
      { messages: { ...valid.messages, 'One Way': message } },
      '51: messages.One Way: expected a name of lower-case words joined by hyphens; found One Way. Correct it.',
    ],
    [
      'an unknown field',
      { titel: both('x') },
      '52: titel: expected only title, statement, hints, messages; found the field titel. Correct its name, or remove it.',
    ],
    [
      'a list for messages',
      { messages: [message] },
      '20: messages: expected messages, each under its name; found [{"tested":',
    ],
    [
      'a number for a text',
      { title: { es: 3, en: 'Three' } },
      '3: title.es: expected the title in Spanish, as text; found 3. Correct it.',
    ],
  ])('is rejected for %s: line, expected, found, and how to fix it', (_, change, message) => {
    expect(mistakesIn(change).join('\n')).toContain(message);
  });

  it('is rejected for a message that its check never gives', () => {
    expect(mistakesIn({}, ['correct', 'one-way'])).toEqual([
      '41: messages.another-way: expected a message that check.ts gives; found another-way, which it never gives. Give it in check.ts, or remove it.',
    ]);
  });

  it.each([
    [
      'an unclosed quotation mark',
      'title:\n  es: "open\n',
      /^f\.yaml:\d: expected valid YAML; found an error: Missing closing "quote/,
    ],
    [
      'a colon in a text',
      'title:\n  es: Uno: dos\n',
      /^f\.yaml:2: expected valid YAML; found an error: Nested mappings .*\. Fix it there: put a text with a colon/,
    ],
    [
      'a duplicate field',
      'title: a\ntitle: b\n',
      /^f\.yaml:2: expected valid YAML; found an error: Map keys must be unique\./,
    ],
    [
      'an empty file',
      '',
      /^f\.yaml:1: the file: expected the feedback of an exercise: title, .*; found nothing\. Add it\./,
    ],
  ])('is rejected, with the line, for %s', (_, yaml, message) => {
    expect(() => parseFeedback(yaml, 'f.yaml')).toThrow(message);
  });
});
