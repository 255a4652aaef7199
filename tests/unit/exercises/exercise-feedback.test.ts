import { describe, expect, it } from 'vitest';
import { FeedbackError, parseFeedback } from '../../../src/components/lesson/exercise-feedback.ts';

const words = (count: number) => Array.from({ length: count }, (_, place) => `w${place}`).join(' ');
const both = (text: string) => ({ es: text, en: text });
const message = { tested: both('what'), says: both('so') };

const good = {
  title: both('A title'),
  statement: both('Do this.'),
  hints: [both(words(40)), both(words(120))],
  messages: { correct: message, 'one-way': message, 'another-way': message },
};

/** What is said of a file that differs from a good one. JSON is YAML. */
function said(change: object): string {
  try {
    parseFeedback(JSON.stringify({ ...good, ...change }), 'a/feedback.yaml');
  } catch (error) {
    if (error instanceof FeedbackError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('feedback.yaml', () => {
  it('is taken where it is as it must be', () => {
    expect(parseFeedback(JSON.stringify(good), 'a')).toEqual(good);
  });

  it.each([
    ['a language that lacks', { title: { es: 'Uno' } }, /title\.en: expected string, found nothing/],
    ['an empty text', { statement: { es: ' ', en: 'Do' } }, /statement\.es: expected .*, found “ ”/],
    ['no title', { title: undefined }, /title: expected object, found nothing/],
    ['a hint too few', { hints: [both(words(40))] }, /hints: expected at least 2 hints, found a list of 1/],
    [
      'a hint too short',
      { hints: [both(words(40)), { es: words(40), en: words(12) }] },
      /hints\.1\.en: expected a hint of 40 to 120 words, found “w0 .*” \(12 words\)/,
    ],
    ['a hint too long', { hints: [both(words(121)), both(words(40))] }, /hints\.0\.es: .* \(121 words\)/],
    [
      'no message for a right answer',
      { messages: { one: message, two: message, three: message } },
      /messages: expected a message named "correct", found the keys one, two, three/,
    ],
    [
      'a message too few',
      { messages: { correct: message, one: message } },
      /messages: expected at least 2 messages besides "correct"/,
    ],
    [
      'a message that does not say what was tested',
      { messages: { ...good.messages, one: { says: both('so') } } },
      /messages\.one\.tested: expected object, found nothing/,
    ],
    [
      'a message of another form of name',
      { messages: { ...good.messages, 'One Way': message } },
      /messages.*found/,
    ],
    ['a key that is none', { titel: both('x') }, /Unrecognized key.*titel/],
  ])('is refused with %s: where, expected, found, and how to mend it', (_, change, says) => {
    const text = said(change);
    expect(text).toMatch(/^a\/feedback\.yaml:\n- /);
    expect(text).toMatch(says);
    expect(text).toMatch(/Write it in both languages/);
  });

  it('is refused by its line where it is no YAML', () => {
    expect(() => parseFeedback('title:\n  es: "open\n', 'a/feedback.yaml')).toThrow(
      /^a\/feedback\.yaml:\d+: expected YAML, found something else/,
    );
  });
});
