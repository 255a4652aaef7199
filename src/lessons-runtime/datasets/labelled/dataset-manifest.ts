import type { LocalizedText } from '../gallery-photo.ts';
import type { ManifestField } from '../manifest-field.ts';

/** The origin of examples: a work or a collection by one author under one licence. */
export interface DatasetSource {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** SPDX identifier, or `public-domain`, for which SPDX has none. */
  readonly licence: string;
  readonly licenceUrl: string;
  /** The page that publishes the work. */
  readonly url: string;
  /** The package that the originals come from. */
  readonly origin: { readonly package: string; readonly version: string };
}

export interface DatasetClass {
  /** As cells write it, for example `butterfly`. */
  readonly name: string;
  /** For people. */
  readonly title: LocalizedText;
}

/** What the manifests of all labelled data sets have. */
export interface DatasetManifest<Class extends DatasetClass = DatasetClass> {
  /** Name and version of the folder, for example `icons@1`. */
  readonly id: string;
  /** How the originals were changed, which CC licences require to be stated. */
  readonly changes: LocalizedText;
  readonly classes: readonly Class[];
}

const urlPattern = /^https?:\/\/[^\s]+$/;

/** @throws {ManifestError} */
export function parseManifestHead(root: ManifestField): Pick<DatasetManifest, 'id' | 'changes'> {
  return {
    id: root.field('id').text(/^[a-z-]+@[0-9]+$/, 'a name and a version such as "icons@1"'),
    changes: root.field('changes').localizedText(),
  };
}

/** @throws {ManifestError} */
export function parseSource(item: ManifestField): DatasetSource {
  const origin = item.field('origin');
  return {
    id: item.field('id').text(),
    title: item.field('title').text(),
    author: item.field('author').text(),
    licence: item.field('licence').text(),
    licenceUrl: item.field('licenceUrl').text(urlPattern, 'an address'),
    url: parseAddress(item.field('url')),
    origin: { package: origin.field('package').text(), version: origin.field('version').text() },
  };
}

/** @throws {ManifestError} */
export function parseClassHead(item: ManifestField): DatasetClass {
  return {
    name: item.field('name').text(/^[a-z0-9-]+$/, 'lower-case words joined by hyphens'),
    title: item.field('title').localizedText(),
  };
}

/** @throws {ManifestError} */
export function parseAddress(field: ManifestField): string {
  return field.text(urlPattern, 'an address');
}
