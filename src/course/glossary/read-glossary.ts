import type { z } from 'astro/zod';
import { inEachLanguage, languageNames, languages } from '../../lessons-runtime/shared/language.ts';
import { readYaml, type SemanticIssue } from '../diagnostics/read-yaml.ts';
import { kebab, named, record, text } from '../diagnostics/schema-parts.ts';

const explained = (language: string) =>
  record(`the word in ${language}`, {
    term: text(`the word, as it stands within a sentence in ${language}`),
    definition: text(`its definition in ${language}`),
  });

/** A word of the field in both languages. */
export const wordSchema = record(
  'a word in both languages',
  inEachLanguage((language) => explained(languageNames[language])),
);

const glossarySchema = named('words', wordSchema);

/** Words by an id that is the same in both languages. */
export type Glossary = z.infer<typeof glossarySchema>;

/** What fits on a card, in characters. */
const definitionLength = { least: 40, most: 200 };

/**
 * @param file named in errors
 * @throws {AuthoringError} with every mistake of the file
 */
export function readGlossary(yaml: string, file: string): Glossary {
  return readYaml(yaml, file, glossarySchema, findSemanticIssues);
}

function findSemanticIssues(glossary: Glossary): readonly SemanticIssue[] {
  const entries = Object.entries(glossary);
  return entries.flatMap(([id, word], place) => {
    const issues: SemanticIssue[] = [];
    if (!kebab.test(id)) {
      issues.push({ path: [id], expected: 'an id of lower-case words joined by hyphens', found: id });
    }
    for (const language of languages) {
      const { term, definition } = word[language];
      const twin = entries
        .slice(0, place)
        .find(([, other]) => other[language].term.toLowerCase() === term.toLowerCase());
      if (twin !== undefined) {
        const found = `${term}, which is that of ${twin[0]} too`;
        issues.push({ path: [id, language, 'term'], expected: 'a word that stands once', found });
      }
      issues.push(...ofDefinition(definition, [id, language, 'definition']));
    }
    if (word.es.definition === word.en.definition) {
      const fix = 'Translate it.';
      issues.push({
        path: [id, 'en', 'definition'],
        expected: 'the definition in English',
        found: 'the Spanish one',
        fix,
      });
    }
    return issues;
  });
}

function ofDefinition(definition: string, path: SemanticIssue['path']): readonly SemanticIssue[] {
  const { least, most } = definitionLength;
  const { length } = definition;
  if (length < least || length > most) {
    return [{ path, expected: `one or two sentences of ${least} to ${most} letters`, found: `${length}` }];
  }
  if (!/[.…]$/.test(definition)) {
    return [{ path, expected: 'sentences that end', found: `“${definition.slice(-20)}” at the end` }];
  }
  return definition.charAt(0) === definition.charAt(0).toUpperCase()
    ? []
    : [{ path, expected: 'a sentence with a capital at its beginning', found: definition.slice(0, 20) }];
}
