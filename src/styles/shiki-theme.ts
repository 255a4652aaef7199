import type { ThemeRegistration } from 'shiki';

const scopes = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape', 'markup.inline.raw'],
  number: ['constant.numeric', 'keyword.other.unit'],
  constant: ['constant.language', 'support.constant', 'variable.language', 'variable.other.enummember'],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.new',
    'keyword.operator.expression',
    'punctuation.definition.template-expression',
  ],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.tag'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
  ],
  property: [
    'variable.other.property',
    'variable.other.object.property',
    'support.variable.property',
    'meta.object-literal.key',
    'entity.other.attribute-name',
    'variable.parameter.function-call',
    'support.type.property-name',
  ],
  punctuation: ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow'],
  variable: ['variable', 'variable.parameter', 'meta.template.expression', 'support.variable'],
} as const;

/**
 * The Shiki theme for all code of the course. Each colour is a `--syn-*` custom property of `tokens.css`, so the same HTML
 * works in both colour themes. All are AA on `--code-bg`.
 */
export const shikiTheme: ThemeRegistration = {
  name: 'deshielo',
  type: 'light',
  fg: 'var(--code-ink)',
  bg: 'var(--code-bg)',
  settings: Object.entries(scopes).map(([family, scope]) => ({
    scope: [...scope],
    settings: { foreground: `var(--syn-${family})` },
  })),
};
