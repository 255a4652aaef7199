import type { z } from 'astro/zod';
import { inEachLanguage, languageNames, languages } from '../../lessons-runtime/shared/language.ts';
import { readYaml, type SemanticIssue } from '../diagnostics/read-yaml.ts';
import { kebab, named, record, text } from '../diagnostics/schema-parts.ts';

const definedWord = (language: string) =>
  record(`the word in ${language}`, {
    term: text(`the word as it is written within a sentence in ${language}`),
    definition: text(`its definition in ${language}`),
  });

/** A glossary entry: a word and its definition in each language. */
export const wordSchema = record(
  'a word in both languages',
  inEachLanguage((language) => definedWord(languageNames[language])),
);

const glossarySchema = named('words', wordSchema);

/** Words by an id that all languages share. */
export type Glossary = z.infer<typeof glossarySchema>;

/** The length of a definition that fits on a card, in characters. */
const definitionLength = { least: 40, most: 200 };

/**
 * Parses the glossary.
 * @param file named in errors
 * @throws {AuthoringError} with all mistakes in the file
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
      const duplicate = entries
        .slice(0, place)
        .find(([, other]) => other[language].term.toLowerCase() === term.toLowerCase());
      if (duplicate !== undefined) {
        const found = `${term}, which ${duplicate[0]} has too`;
        issues.push({ path: [id, language, 'term'], expected: 'a word that no other entry has', found });
      }
      const path = [id, language, 'definition'];
      issues.push(...definitionIssues(definition, path));
      const original = languages.find((other) => word[other].definition === definition);
      if (original !== undefined && original !== language) {
        issues.push({
          path,
          expected: `the definition in ${languageNames[language]}`,
          found: `the one in ${languageNames[original]}`,
          fix: 'Translate it.',
        });
      }
    }
    return issues;
  });
}

function definitionIssues(definition: string, path: SemanticIssue['path']): readonly SemanticIssue[] {
  const { least, most } = definitionLength;
  const { length } = definition;
  if (length < least || length > most) {
    return [{ path, expected: `one or two sentences of ${least} to ${most} characters`, found: `${length}` }];
  }
  if (!/[.…]$/.test(definition)) {
    return [{ path, expected: 'a full stop at the end', found: `“${definition.slice(-20)}”` }];
  }
  return definition.charAt(0) === definition.charAt(0).toUpperCase()
    ? []
    : [{ path, expected: 'a sentence that begins with a capital', found: definition.slice(0, 20) }];
}
