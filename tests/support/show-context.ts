import { noLive } from '../../src/lessons-runtime/panel/output/live/no-live.ts';
import { outputWords } from '../../src/lessons-runtime/panel/output/output-words.ts';
import type { ShowContext } from '../../src/lessons-runtime/panel/output/shown-output.ts';
import { panelWordsIn } from '../../src/lessons-runtime/panel/words/panel-words.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';

/** Returns the context of an output's view; `announced` collects what it announces. */
export function showContext(language: Language, announced: string[] = []): ShowContext {
  return {
    cell: 'a',
    words: { ...panelWordsIn(language), output: outputWords[language] },
    announce: (text) => void announced.push(text),
    goToCode: () => {},
    onFreeze: () => true,
    run: () => 1,
    live: noLive,
    onOcclude: () => true,
  };
}
