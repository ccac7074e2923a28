import type { OoxmlPackage } from '../ooxml/ooxml-package.ts';
import { childNamed, Vocabulary } from '../ooxml/xml.ts';
import { HostError } from './host-object.ts';

const settingsOf = (file: OoxmlPackage): Document | undefined => file.side('settings')[0]?.tree;

const isOn = (value: string | null | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off';

/** 編集の制限: Word lets an add-in write into such a document no more than a person. */
export function refuseIfProtected(file: OoxmlPackage): void {
  const tree = settingsOf(file);
  const protection = tree && childNamed(tree.documentElement, 'documentProtection');
  if (!tree || !protection) return;
  const words = new Vocabulary(tree);
  const enforced = words.attribute(protection, 'enforcement');
  if (enforced === undefined || enforced === null || !isOn(enforced)) return;
  if (words.attribute(protection, 'edit') === 'trackedChanges') return;
  throw new HostError('AccessDenied', 'The document is protected against changes.');
}

/** 変更履歴の記録. The stand-in says whether it is on; it writes no revisions. */
export function trackingMode(file: OoxmlPackage): string {
  const tree = settingsOf(file);
  const tracking = tree && childNamed(tree.documentElement, 'trackRevisions');
  return tree && tracking && isOn(new Vocabulary(tree).attribute(tracking, 'val')) ? 'TrackAll' : 'Off';
}

export function setTrackingMode(file: OoxmlPackage, mode: string): void {
  const tree = settingsOf(file);
  if (!tree) return;
  const known = childNamed(tree.documentElement, 'trackRevisions');
  if (known) tree.documentElement.removeChild(known);
  if (mode !== 'Off')
    tree.documentElement.insertBefore(new Vocabulary(tree).element('trackRevisions'), tree.documentElement.firstChild);
}
