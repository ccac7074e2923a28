import type { OoxmlPackage } from './ooxml-package.ts';
import { childElements, childNamed } from './xml.ts';

const CP = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DC = 'http://purl.org/dc/elements/1.1/';
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VT = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org';
const USER_FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Word's name of a property → the element that holds it in docProps/core.xml. */
const CORE: Readonly<Record<string, { namespace: string; name: string }>> = {
  title: { namespace: DC, name: 'dc:title' },
  subject: { namespace: DC, name: 'dc:subject' },
  author: { namespace: DC, name: 'dc:creator' },
  comments: { namespace: DC, name: 'dc:description' },
  keywords: { namespace: CP, name: 'cp:keywords' },
  category: { namespace: CP, name: 'cp:category' },
  lastAuthor: { namespace: CP, name: 'cp:lastModifiedBy' },
  revisionNumber: { namespace: CP, name: 'cp:revision' },
};

export const CORE_PROPERTY_NAMES: readonly string[] = Object.keys(CORE);

function localPart(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

export async function readCoreProperty(file: OoxmlPackage, name: string): Promise<string> {
  const place = CORE[name];
  const path = await file.relatedPath('/core-properties');
  if (!place || path === undefined || !file.has(path)) return '';
  return childNamed((await file.load(path)).documentElement, localPart(place.name))?.textContent ?? '';
}

export async function writeCoreProperty(file: OoxmlPackage, name: string, value: string): Promise<void> {
  const place = CORE[name];
  if (!place) return;
  const { path, tree } = await corePart(file);
  const root = tree.documentElement;
  const element =
    childNamed(root, localPart(place.name)) ?? root.appendChild(tree.createElementNS(place.namespace, place.name));
  element.textContent = value;
  file.markChanged(path);
}

async function corePart(file: OoxmlPackage): Promise<{ path: string; tree: Document }> {
  const path = await file.relatedPath('/core-properties');
  if (path !== undefined && file.has(path)) return { path, tree: await file.load(path) };
  const made = 'docProps/core.xml';
  const tree = await file.addPart({
    path: made,
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    relationshipType: `${RELATIONSHIPS}/package/2006/relationships/metadata/core-properties`,
    xml: `<cp:coreProperties xmlns:cp="${CP}" xmlns:dc="${DC}" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>`,
  });
  return { path: made, tree };
}

export interface CustomProperty {
  key: string;
  value: string;
}

export async function readCustomProperties(file: OoxmlPackage): Promise<CustomProperty[]> {
  const path = await file.relatedPath('/custom-properties');
  if (path === undefined || !file.has(path)) return [];
  const root = (await file.load(path)).documentElement;
  return childElements(root).map((each) => ({
    key: each.getAttribute('name') ?? '',
    value: each.textContent?.trim() ?? '',
  }));
}

/** Adds or overwrites, as Word's `customProperties.add` does; the name is compared without regard to case. */
export async function writeCustomProperty(file: OoxmlPackage, key: string, value: string): Promise<void> {
  const { path, tree } = await customPart(file);
  const root = tree.documentElement;
  const known = findCustom(root, key);
  const property = known ?? root.appendChild(newCustomProperty(tree, key));
  const types = tree.documentElement.lookupNamespaceURI('vt') ?? VT;
  const text = tree.createElementNS(types, 'vt:lpwstr');
  text.textContent = value;
  while (property.firstChild) property.removeChild(property.firstChild);
  property.appendChild(text);
  file.markChanged(path);
}

export async function deleteCustomProperty(file: OoxmlPackage, key: string): Promise<void> {
  const path = await file.relatedPath('/custom-properties');
  if (path === undefined || !file.has(path)) return;
  const root = (await file.load(path)).documentElement;
  const known = findCustom(root, key);
  if (!known) return;
  root.removeChild(known);
  file.markChanged(path);
}

function findCustom(root: Element, key: string): Element | undefined {
  return childElements(root).find((each) => each.getAttribute('name')?.toLowerCase() === key.toLowerCase());
}

function newCustomProperty(tree: Document, key: string): Element {
  const root = tree.documentElement;
  const numbers = childElements(root).map((each) => Number(each.getAttribute('pid') ?? '1'));
  const property = tree.createElementNS(root.namespaceURI, 'property');
  property.setAttribute('fmtid', USER_FORMAT);
  // The format keeps 0 and 1 for itself: users' properties begin at 2.
  property.setAttribute('pid', String(Math.max(1, ...numbers) + 1));
  property.setAttribute('name', key);
  return property;
}

async function customPart(file: OoxmlPackage): Promise<{ path: string; tree: Document }> {
  const path = await file.relatedPath('/custom-properties');
  if (path !== undefined && file.has(path)) return { path, tree: await file.load(path) };
  const made = 'docProps/custom.xml';
  const tree = await file.addPart({
    path: made,
    contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    relationshipType: `${RELATIONSHIPS}/officeDocument/2006/relationships/custom-properties`,
    xml: `<Properties xmlns="${CUSTOM}" xmlns:vt="${VT}"/>`,
  });
  return { path: made, tree };
}
