import type { z } from 'astro/zod';
import { languages } from '../../lessons-runtime/shared/language.ts';
import { readYaml, type SemanticIssue } from '../diagnostics/read-yaml.ts';
import { both, kebab, list, named, record } from '../diagnostics/schema-parts.ts';

const feedbackSchema = record('what an exercise says', {
  title: both('the title'),
  statement: both('the statement'),
  hints: list('hints', 2, both('the hint')),
  messages: named(
    'messages',
    record('a message', { tested: both('what was tested'), says: both('what to make of it') }),
  ),
});

/** All that an exercise says, in both languages. */
type ExerciseFeedback = z.infer<typeof feedbackSchema>;

/** A hint explains: short enough to be read, long enough to be one. */
const hintWords = { least: 40, most: 120 };

/** Those that every check gives, and those that the site words where an exercise does not. */
const alwaysUsed = ['correct', 'missing', 'threw'];

/**
 * Reads an exercise's `feedback.yaml`.
 * @param file named in errors
 * @param used the messages that its check gives; `null` where they are not known
 * @throws {AuthoringError} with every mistake of the file
 */
export function parseFeedback(
  yaml: string,
  file: string,
  used: readonly string[] | null = null,
): ExerciseFeedback {
  return readYaml(yaml, file, feedbackSchema, ({ hints, messages }) => [
    ...hints.flatMap((hint, place) =>
      languages.flatMap((language) => ofHint(hint[language], ['hints', place, language])),
    ),
    ...ofMessages(Object.keys(messages), used),
  ]);
}

function ofHint(hint: string, path: SemanticIssue['path']): readonly SemanticIssue[] {
  const { least, most } = hintWords;
  const count = hint.split(/\s+/).length;
  if (count >= least && count <= most) return [];
  const fix = count < least ? 'Say more of the idea behind it.' : 'Shorten it, or make two of it.';
  return [{ path, expected: `a hint of ${least} to ${most} words`, found: `${count} words`, fix }];
}

function ofMessages(names: readonly string[], used: readonly string[] | null): readonly SemanticIssue[] {
  const path = ['messages'];
  const issues: SemanticIssue[] = names.flatMap((name) =>
    kebab.test(name)
      ? []
      : [{ path: [...path, name], expected: 'a name of lower-case words joined by hyphens', found: name }],
  );
  if (!names.includes('correct')) {
    issues.push({ path, expected: 'one named correct', found: names.join(', ') || 'none', fix: 'Add it.' });
  }
  if (names.filter((name) => name !== 'correct').length < 2) {
    const expected = 'two or more besides correct, one for each mistake that learners make';
    issues.push({ path, expected, found: names.join(', ') || 'none', fix: 'Add what lacks.' });
  }
  const idle = names.filter((name) => used !== null && !used.includes(name) && !alwaysUsed.includes(name));
  const fix = 'Give it in check.ts, or take it out.';
  return issues.concat(
    idle.map((name) => ({
      path: [...path, name],
      expected: 'a message that check.ts gives',
      found: `none that gives ${name}`,
      fix,
    })),
  );
}
