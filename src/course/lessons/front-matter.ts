import { z } from 'astro/zod';
import { courseParts } from '../../i18n/course-part.ts';
import { readYaml } from '../diagnostics/read-yaml.ts';
import { kebab, list, record, text } from '../diagnostics/schema-parts.ts';

const whole = (what: string, least: number) =>
  z.int({ error: `${what}, as a whole number` }).min(least, { error: `${what}, from ${least} up` });

/** What stands above a lesson's text. */
export const frontMatterSchema = record('the front matter', {
  title: text('the name of the lesson, as its heading and in every list'),
  description: text('one sentence that says what the lesson is about, for lists and search results'),
  slug: text('the last part of the address in this language').regex(kebab, {
    error: 'lower-case words without accents, joined by hyphens; it stays when the title changes',
  }),
  order: whole('the number of the lesson in the course, equal in both languages', 0),
  part: z.enum(courseParts, { error: `the part of the course, one of ${courseParts.join(', ')}` }),
  minutes: whole('the minutes of class that the lesson takes, equal in both languages', 1).max(180, {
    error: '180 minutes at most',
  }),
  objectives: list(
    'objectives',
    1,
    text('what one will be able to do at the end, completing “you will be able to …”'),
  ),
});

/**
 * @param mdx a lesson's file
 * @param file named in errors
 * @throws {AuthoringError} with every mistake above its text
 */
export function readFrontMatter(mdx: string, file: string): z.infer<typeof frontMatterSchema> {
  const matter = /^---\r?\n([\s\S]*?)\n---\s*$/m.exec(mdx);
  // An empty line stands for the dashes: lines are those of the file.
  return readYaml(`\n${matter?.index === 0 ? matter[1] : ''}`, file, frontMatterSchema, () => []);
}
