import { z } from 'astro/zod';
import { courseParts } from '../../i18n/course-part.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import { kebab, list, record, text } from '../diagnostics/schema-parts.ts';

const wholeNumber = (what: string, least: number) =>
  z.int({ error: `${what}, as a whole number` }).min(least, { error: `${what}, at least ${least}` });

/** The front matter of a lesson's MDX. The error messages document each field. */
export const frontMatterSchema = record('the front matter', {
  title: text('the name of the lesson, for its heading and for lists'),
  description: text('one sentence that says what the lesson is about, for lists and search results'),
  slug: text('the last part of the address in this language').regex(kebab, {
    error: 'lower-case words without accents, joined by hyphens; it never changes, even if the title does',
  }),
  order: wholeNumber('the number of the lesson in the course, the same in both languages', 0),
  part: z.enum(courseParts, { error: `the part of the course, one of ${courseParts.join(', ')}` }),
  minutes: wholeNumber('the minutes of class that the lesson takes, the same in both languages', 1).max(180, {
    error: '180 minutes at most',
  }),
  objectives: list(
    'objectives',
    1,
    text('what the learner can do at the end, completing “you will be able to …”'),
  ),
});

/**
 * Parses the front matter of a lesson.
 * @param mdx the content of the lesson's file
 * @param file named in errors
 * @throws {AuthoringError} with all mistakes in the front matter
 */
export function readFrontMatter(mdx: string, file: string): z.infer<typeof frontMatterSchema> {
  const matter = /^---\r?\n([\s\S]*?)\n---\s*$/m.exec(mdx);
  // An empty line replaces the dashes, so that line numbers are those of the file.
  return readYaml(`\n${matter?.index === 0 ? matter[1] : ''}`, file, frontMatterSchema, () => []);
}
