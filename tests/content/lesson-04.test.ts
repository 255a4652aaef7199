import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutLayout } from '../support/without-layout.ts';

const read = (path: string): string => readFileSync(`src/content/lessons/04-finetuning/${path}`, 'utf8');
describe('lesson 4', () => {
  it('has the code of lesson 3, except for freezing, learning rate and epochs', () => {
    const frozen = read('cells/frozen.py');
    const thaw = read('cells/thaw.py');
    expect(frozen).toContain('layer.trainable = False');
    expect(thaw).toContain('layer.trainable = True');
    expect(frozen).toContain(
      "compile(optimizer='Adam', loss='categorical_crossentropy', metrics=['accuracy'])",
    );
    expect(withoutLayout(thaw)).toContain(
      "compile(optimizer=Adam(1e-4),loss='categorical_crossentropy',metrics=['accuracy'])",
    );
    for (const code of [read('cells/frozen.ts'), read('cells/thaw.ts')]) {
      expect(withoutLayout(code)).toContain("loss:'categoricalCrossentropy',metrics:['accuracy']});");
      expect(code).toContain('await model.fit(x, y, {');
    }
    expect(read('cells/frozen.ts')).toContain('layer.trainable = false;');
    expect(read('cells/thaw.ts')).toContain('layer.trainable = true;');
  });
});
