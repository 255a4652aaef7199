import type { z } from 'astro/zod';
import { languages } from '../../lessons-runtime/shared/language.ts';
import { readYaml, type SemanticIssue } from '../diagnostics/read-yaml.ts';
import { both, kebab, list, named, record } from '../diagnostics/schema-parts.ts';

const feedbackSchema = record('the feedback of an exercise', {
  title: both('the title'),
  statement: both('the statement'),
  hints: list('hints', 2, both('the hint')),
  messages: named(
    'messages',
    record('a message', { tested: both('what was tested'), says: both('what the result means') }),
  ),
});

/** The texts of an exercise, in both languages. */
type ExerciseFeedback = z.infer<typeof feedbackSchema>;

/** The length of a hint, in words: long enough to explain, short enough to be read. */
const hintWords = { least: 40, most: 120 };

/** Messages that need no mention in check.ts: every check gives `correct`, and the grader itself gives the others. */
const alwaysUsed = ['correct', 'missing', 'threw'];

/**
 * Parses an exercise's `feedback.yaml`.
 * @param file named in errors
 * @param used names of the messages that its check gives; `null` if unknown
 * @throws {AuthoringError} with all mistakes in the file
 */
export function parseFeedback(
  yaml: string,
  file: string,
  used: readonly string[] | null = null,
): ExerciseFeedback {
  return readYaml(yaml, file, feedbackSchema, ({ hints, messages }) => [
    ...hints.flatMap((hint, place) =>
      languages.flatMap((language) => hintIssues(hint[language], ['hints', place, language])),
    ),
    ...messageIssues(Object.keys(messages), used),
  ]);
}

function hintIssues(hint: string, path: SemanticIssue['path']): readonly SemanticIssue[] {
  const { least, most } = hintWords;
  const count = hint.split(/\s+/).length;
  if (count >= least && count <= most) return [];
  const fix = count < least ? 'Explain more of the idea behind it.' : 'Shorten it, or split it in two.';
  return [{ path, expected: `a hint of ${least} to ${most} words`, found: `${count} words`, fix }];
}

function messageIssues(names: readonly string[], used: readonly string[] | null): readonly SemanticIssue[] {
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
    const expected = 'at least two besides correct, one for each typical mistake';
    issues.push({ path, expected, found: names.join(', ') || 'none', fix: 'Add the missing ones.' });
  }
  const unused = names.filter((name) => used !== null && !used.includes(name) && !alwaysUsed.includes(name));
  const fix = 'Give it in check.ts, or remove it.';
  return issues.concat(
    unused.map((name) => ({
      path: [...path, name],
      expected: 'a message that check.ts gives',
      found: `${name}, which it never gives`,
      fix,
    })),
  );
}
