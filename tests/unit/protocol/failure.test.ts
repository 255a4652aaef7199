import { describe, expect, it } from 'vitest';
import { CourseError, type FailureCode, failureText } from '../../../src/lessons-runtime/protocol/failure.ts';
import { languages } from '../../../src/lessons-runtime/shared/language.ts';

/** A record, so that a missing code is a type error. */
const codes: Record<FailureCode, { namesSubject: boolean }> = {
  'file-missing': { namesSubject: true },
  'file-corrupt': { namesSubject: true },
  'file-forbidden': { namesSubject: true },
  network: { namesSubject: true },
  'no-photo': { namesSubject: false },
  'photo-unreadable': { namesSubject: true },
  'photo-unknown': { namesSubject: true },
  'storage-full': { namesSubject: true },
  'storage-refused': { namesSubject: true },
  'files-too-large': { namesSubject: false },
  'no-classes': { namesSubject: false },
  'backend-unavailable': { namesSubject: true },
  cancelled: { namesSubject: true },
};

describe.each(Object.keys(codes) as FailureCode[])('the failure %s', (code) => {
  it('has a message and advice in both languages', () => {
    const texts = languages.map((language) => failureText({ code, subject: 'S-7' }, language));
    for (const { what, advice } of texts) {
      expect(what).toMatch(/^\S.*[.!]$/);
      expect(advice).toMatch(/^\S.*[.!]$/);
      expect(what.includes('S-7')).toBe(codes[code].namesSubject);
    }
    expect(new Set(texts.map(({ what }) => what)).size).toBe(2);
    expect(new Set(texts.map(({ advice }) => advice)).size).toBe(2);
  });

  it('has the same texts as a CourseError', () => {
    const error = new CourseError({ code, subject: 'x' }, 'es');
    expect(error).toBeInstanceOf(Error);
    expect({ what: error.message, advice: error.advice }).toEqual(failureText({ code, subject: 'x' }, 'es'));
    expect(error.failure).toEqual({ code, subject: 'x' });
  });
});
