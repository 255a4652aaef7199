import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** The colours of `src/styles/shiki-theme.ts` by CodeMirror's tags, so that code keeps its colours in the editor. */
export const cellHighlighting = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--syn-comment)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--syn-string)' },
  { tag: tags.number, color: 'var(--syn-number)' },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--syn-keyword)' },
  { tag: [tags.bool, tags.null, tags.atom], color: 'var(--syn-constant)' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.function(tags.definition(tags.variableName)),
    ],
    color: 'var(--syn-function)',
  },
  { tag: [tags.typeName, tags.className, tags.namespace], color: 'var(--syn-type)' },
  { tag: tags.propertyName, color: 'var(--syn-property)' },
  { tag: [tags.punctuation, tags.operator, tags.bracket], color: 'var(--syn-punctuation)' },
  { tag: tags.variableName, color: 'var(--syn-variable)' },
]);
