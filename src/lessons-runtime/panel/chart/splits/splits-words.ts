import { type Format, formatFor } from '../../../shared/format.ts';
import { defineWords } from '../../../shared/words.ts';

const spanish = formatFor('es');
const english = formatFor('en');

function signed(value: number, { number }: Format): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return sign + number(Math.abs(value));
}

const es = {
  kind: 'Comparación por repartos',
  splits: 'Repartos',
  splitColumn: 'Reparto',
  split: (name: string) => `Reparto ${name}`,
  /** @param done how many splits have all their results */
  done: (done: number, of: number) =>
    done === of
      ? spanish.plural(of, 'reparto', 'repartos')
      : `${spanish.count(done)} de ${spanish.plural(of, 'reparto', 'repartos')}`,
  mean: (value: string) => `media ${value}`,
  noResult: 'sin resultado todavía',
  wins: (wins: number, of: number) => `gana en ${spanish.count(wins)} de ${spanish.count(of)}`,
  ties: (count: number) => spanish.plural(count, 'empate', 'empates'),
  best: (name: string) => `gana ${name}`,
  tie: 'empate',
  /** @param difference in percentage points */
  points: (difference: number) =>
    `${signed(difference, spanish)} ${Math.abs(difference) === 1 ? 'punto' : 'puntos'}`,
  meanRow: 'Media',
  dashed: 'Línea discontinua: en ese reparto acierta menos la de abajo.',
  choose: 'Elige un reparto para seguirlo.',
};

const en: typeof es = {
  kind: 'Comparison by splits',
  splits: 'Splits',
  splitColumn: 'Split',
  split: (name) => `Split ${name}`,
  done: (done, of) =>
    done === of
      ? english.plural(of, 'split', 'splits')
      : `${english.count(done)} of ${english.plural(of, 'split', 'splits')}`,
  mean: (value) => `mean ${value}`,
  noResult: 'no result yet',
  wins: (wins, of) => `wins in ${english.count(wins)} of ${english.count(of)}`,
  ties: (count) => english.plural(count, 'tie', 'ties'),
  best: (name) => `${name} wins`,
  tie: 'a tie',
  points: (difference) => `${signed(difference, english)} ${Math.abs(difference) === 1 ? 'point' : 'points'}`,
  meanRow: 'Mean',
  dashed: 'Dashed line: on that split, the lower one is less accurate.',
  choose: 'Choose a split to follow it.',
};

/** The texts of comparisons by splits. */
export const splitsWords = defineWords({ es, en });
