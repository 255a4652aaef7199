import { mountPart } from './mount-part.ts';
import { onVisible } from './on-visible.ts';

/** Mounts a part of the page when one of its sections becomes visible. @param mount is called once for each section */
export function mountWhenVisible(sections: Iterable<HTMLElement>, mount: () => Promise<unknown>): void {
  for (const section of sections) onVisible(section, () => mountPart(section, mount));
}
