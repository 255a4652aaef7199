import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../../../../src/course/diagnostics/diagnostic.ts';
import { parseFeedback } from '../../../../src/course/exercises/exercise-feedback.ts';

const words = (count: number) => Array.from({ length: count }, (_, place) => `w${place}`).join(' ');
const both = (text: string) => ({ es: text, en: text });
const message = { tested: both('what'), says: both('so') };

const good = {
  title: both('A title'),
  statement: both('Do this.'),
  hints: [both(words(40)), both(words(120))],
  messages: { correct: message, 'one-way': message, 'another-way': message },
};

/** What is told of a file that differs from a good one, of which the check gives what `used` says. JSON is YAML. */
function told(change: object, used: readonly string[] | null = null): readonly string[] {
  const yaml = JSON.stringify({ ...good, ...change }, null, 1);
  return collectDiagnostics(() => parseFeedback(yaml, 'f.yaml', used)).diagnostics.map(
    ({ line, field, expected, found, fix }) =>
      `${line}: ${field}: expected ${expected}; found ${found}. ${fix}`,
  );
}

describe('feedback.yaml', () => {
  it('is taken where it is as it must be', () => {
    expect(parseFeedback(JSON.stringify(good), 'a')).toEqual(good);
    expect(told({}, ['one-way', 'another-way'])).toEqual([]);
    expect(
      told({ messages: { ...good.messages, missing: message, threw: message } }, ['one-way', 'another-way']),
    ).toEqual([]);
  });

  it.each<[what: string, change: object, says: string]>([
    [
      'a language that lacks',
      { title: { es: 'Uno' } },
      '2: title.en: expected the title in English, as text; found nothing. Add it.',
    ],
    [
      'an empty text',
      { statement: { es: ' ', en: 'Do' } },
      '7: statement.es: expected the statement in Spanish, not empty; found an empty text. Change it to that.',
    ],
    [
      'no title',
      { title: undefined },
      '1: title: expected the title in both languages: es, en; found nothing. Add it.',
    ],
    [
      'a hint too few',
      { hints: [both(words(40))] },
      '10: hints: expected 2 or more hints; found [{"es":"w0 w1',
    ],
    [
      'a hint too short',
      { hints: [both(words(40)), { es: words(40), en: words(12) }] },
      '17: hints[2].en: expected a hint of 40 to 120 words; found 12 words. Say more of the idea behind it.',
    ],
    [
      'a hint too long',
      { hints: [both(words(121)), both(words(40))] },
      '12: hints[1].es: expected a hint of 40 to 120 words; found 121 words. Shorten it, or make two of it.',
    ],
    [
      'no message for a right answer',
      { messages: { one: message, two: message, three: message } },
      '20: messages: expected one named correct; found one, two, three. Add it.',
    ],
    [
      'a message too few',
      { messages: { correct: message, one: message } },
      '20: messages: expected two or more besides correct, one for each mistake that learners make; found correct, one. Add what lacks.',
    ],
    [
      'a message that does not say what was tested',
      { messages: { ...good.messages, one: { says: both('so') } } },
      '51: messages.one.tested: expected what was tested in both languages: es, en; found nothing. Add it.',
    ],
    [
      'a message of another form of name',
      { messages: { ...good.messages, 'One Way': message } },
      '51: messages.One Way: expected a name of lower-case words joined by hyphens; found One Way. Make it so.',
    ],
    [
      'a key that is none',
      { titel: both('x') },
      '52: titel: expected only title, statement, hints, messages; found the field titel. Correct its name, or take it out.',
    ],
    [
      'a list for messages',
      { messages: [message] },
      '20: messages: expected messages, each under its name; found [{"tested":',
    ],
    [
      'a number for a text',
      { title: { es: 3, en: 'Three' } },
      '3: title.es: expected the title in Spanish, as text; found 3. Change it to that.',
    ],
  ])('is refused with %s: where, expected, found, and how to mend it', (_, change, says) => {
    expect(told(change).join('\n')).toContain(says);
  });

  it('is refused with a message that its check never gives', () => {
    expect(told({}, ['correct', 'one-way'])).toEqual([
      '41: messages.another-way: expected a message that check.ts gives; found none that gives another-way. Give it in check.ts, or take it out.',
    ]);
  });

  it.each([
    [
      'a quotation mark that stays open',
      'title:\n  es: "open\n',
      /^f\.yaml:\d: expected YAML; found this: Missing closing "quote/,
    ],
    [
      'a colon in a text',
      'title:\n  es: Uno: dos\n',
      /^f\.yaml:2: expected YAML; found this: Nested mappings .*\. Mend it there: a text with a colon/,
    ],
    [
      'a field twice',
      'title: a\ntitle: b\n',
      /^f\.yaml:2: expected YAML; found this: Map keys must be unique\./,
    ],
    [
      'nothing in it',
      '',
      /^f\.yaml:1: the file: expected what an exercise says: title, .*; found nothing\. Add it\./,
    ],
  ])('is refused by its line with %s', (_, yaml, says) => {
    expect(() => parseFeedback(yaml, 'f.yaml')).toThrow(says);
  });
});
