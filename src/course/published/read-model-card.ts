import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** The model's folder under the site's own. */
export const modelFolder = 'models/efficientnet-lite0@1';

/** What the credits page tells of a model; its card says much more. */
const modelCard = z.object({
  name: z.string().min(1),
  author: z.string().min(1),
  licence: z.string().min(1),
  licenceFile: z.string().min(1),
  paper: z.string().min(1),
  source: z.object({
    package: z.string().min(1),
    version: z.string().min(1),
    origin: z.url(),
    checkpointOrigin: z.url(),
  }),
});

export type ModelCard = z.infer<typeof modelCard>;

/**
 * Reads the model's card from `public`, while the site is built.
 * @throws where the file is missing, or naming each field that is
 */
export function readModelCard(): ModelCard {
  const file = `public/${modelFolder}/model-card.json`;
  const card = modelCard.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (card.success) return card.data;
  throw new Error(`${file}: the credits page cannot credit the model.\n${z.prettifyError(card.error)}`);
}
