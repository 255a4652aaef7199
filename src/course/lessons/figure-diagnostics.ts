import { kernelNames } from '../../lessons-runtime/build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readGallery } from '../published/read-gallery.ts';
import { networkNamed, networkNames, networkStates } from '../published/read-network.ts';
import type { TextPart } from './text-parts.ts';

/** Returns the ids of the gallery's photos; `null` if they cannot be read, which the component reports. */
function photoIds(): readonly string[] | null {
  try {
    return readGallery().photos.map(({ id }) => id);
  } catch {
    return null;
  }
}

/** Pictures that a lesson may have in its folder `images/`. */
export const imageFile = /^images\/[^/]+\.(?:avif|jpe?g|png|webp)$/;

/**
 * Checks the attributes of a figure.
 * @param images the pictures of the lesson, by their paths within its folder
 */
export function figureDiagnostics(
  part: TextPart,
  file: string,
  images: readonly string[],
): readonly Diagnostic[] {
  const place = { file, line: part.line, field: `<${part.name}>` };
  const text = (name: string) => part.attributes.get(name) ?? undefined;
  const check = (name: string, isValid: boolean, expected: string, fix: string): readonly Diagnostic[] =>
    isValid ? [] : [{ ...place, expected: `${name}="…": ${expected}`, found: text(name) || 'none', fix }];
  const optional = (name: string, values: readonly string[]) =>
    check(
      name,
      !part.attributes.has(name) || values.includes(text(name) ?? ''),
      `one of ${values.join(', ')}`,
      'Correct it, or leave it out.',
    );
  switch (part.name) {
    case 'Figure': {
      const src = text('src') ?? '';
      return [
        ...check(
          'src',
          images.includes(`images/${src}`),
          `a picture in images/ of the lesson: ${images.map((path) => path.replace('images/', '')).join(', ') || 'none yet'}`,
          'Correct the name, or add the picture.',
        ),
        ...check(
          'alt',
          (text('alt') ?? '').trim() !== '',
          'what the picture shows, for readers who do not see it',
          'Describe what the picture shows in one or two sentences.',
        ),
      ];
    }
    case 'NetworkFigure':
      return [
        ...check(
          'model',
          networkNamed(text('model') ?? '') !== null,
          `one of ${networkNames.join(', ')}`,
          'Write the name of a folder of public/models/.',
        ),
        ...optional('state', networkStates),
      ];
    case 'ConvolutionStepper':
      return [...optional('kernel', kernelNames), ...optional('photo', photoIds() ?? [text('photo') ?? ''])];
    default:
      return [];
  }
}
