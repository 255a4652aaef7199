import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** The model's folder, below the site's root. */
export const modelFolder = 'models/efficientnet-lite0@1';

/** The fields of a model card that the credits page shows. */
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
 * Reads the model card from `public/`.
 * @throws if the file is missing, or with the name of each field that is missing or invalid
 */
export function readModelCard(): ModelCard {
  const file = `public/${modelFolder}/model-card.json`;
  const card = modelCard.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (card.success) return card.data;
  throw new Error(
    `${file}: the credits page needs fields that are missing or invalid.\n${z.prettifyError(card.error)}`,
  );
}
