import { renderAsync } from 'docx-preview';
import JSZip from 'jszip';
import { controlsIn, lockOf, readSetting } from '../ooxml/content-controls.ts';
import { OoxmlPackage } from '../ooxml/ooxml-package.ts';
import { bodyOf, bodyText, paragraphsIn } from '../ooxml/paragraphs.ts';
import { ancestorNamed, childElements, childNamed, Vocabulary } from '../ooxml/xml.ts';
import { el } from './elements.ts';

interface ShownControl {
  mark: string;
  title: string;
  locked: boolean;
}

/**
 * Draws the document into `page`. The drawing is made from a copy in which bookmarks say where the content controls
 * are, because docx-preview draws what a control holds but not the control.
 * @returns false when only the text could be shown.
 */
export async function drawDocument(bytes: Uint8Array<ArrayBuffer>, page: HTMLElement): Promise<boolean> {
  const copy = await OoxmlPackage.open(bytes);
  const controls = markControls(copy);
  const fresh = el('div', { class: 'sheet' });
  try {
    const drawable = await asTransitional(await copy.bytes());
    await renderAsync(drawable, fresh, fresh, {
      inWrapper: true,
      renderAltChunks: false,
      breakPages: true,
      ignoreLastRenderedPageBreak: true,
      className: 'docx',
    });
    for (const control of controls) outline(fresh, control);
    disarmLinks(fresh);
    page.replaceChildren(fresh);
    return true;
  } catch (error) {
    console.warn('docx-preview could not draw this document', error);
    const text = bodyText(bodyOf((await OoxmlPackage.open(bytes)).mainTree));
    page.replaceChildren(
      el(
        'div',
        { class: 'sheet plain' },
        text.split('\r').map((line) => el('p', {}, [line])),
      ),
    );
    return false;
  }
}

function markControls(copy: OoxmlPackage): ShownControl[] {
  const tree = copy.mainTree;
  const words = new Vocabulary(tree);
  copy.markChanged(copy.mainPath);
  return controlsIn(tree).flatMap((control, index) => {
    const inline = ancestorNamed(control, 'p') !== undefined;
    const place = inline ? childNamed(control, 'sdtContent') : paragraphsIn(control)[0];
    if (!place) return [];
    const mark = `kaigi-control-${index}`;
    const number = String(900_000 + index);
    const start = words.element('bookmarkStart', { id: number, name: mark });
    place.insertBefore(start, childElements(place).find((child) => child.localName !== 'pPr') ?? null);
    place.appendChild(words.element('bookmarkEnd', { id: number }));
    return [
      { mark, title: readSetting(control, 'alias') || readSetting(control, 'tag'), locked: lockOf(control).cannotEdit },
    ];
  });
}

function outline(page: HTMLElement, { mark, title, locked }: ShownControl): void {
  const block = page.querySelector(`[id="${mark}"]`)?.closest('p');
  if (!block) return;
  block.classList.add('content-control');
  block.classList.toggle('locked', locked);
  block.dataset.title = title;
}

/** A document may link anywhere, also to scripts: only addresses that open a page or a mail stay. */
function disarmLinks(page: HTMLElement): void {
  for (const link of page.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (address.startsWith('#')) continue;
    if (/^(https?:|mailto:)/i.test(address)) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    } else link.removeAttribute('href');
  }
}

// docx-preview knows only the transitional namespaces; the strict ones (ISO/IEC 29500) differ in the address alone.
async function asTransitional(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await JSZip.loadAsync(bytes);
  let strict = false;
  for (const entry of Object.values(zip.files)) {
    if (entry.dir || !/\.(xml|rels)$/i.test(entry.name)) continue;
    const text = await entry.async('string');
    if (!text.includes('http://purl.oclc.org/ooxml/')) continue;
    strict = true;
    zip.file(
      entry.name,
      text.replaceAll(/http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\//g, 'http://schemas.openxmlformats.org/$1/2006/'),
    );
  }
  return strict ? ((await zip.generateAsync({ type: 'uint8array' })) as Uint8Array<ArrayBuffer>) : bytes;
}
