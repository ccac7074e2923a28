import type { CaseView } from '@kaigi/core/contract';
import type { AttachmentItem } from './AttachmentList.tsx';
import { AttachmentsSection } from './AttachmentsSection.tsx';
import { moved } from './ordering.ts';
import { PaperFields } from './PaperFields.tsx';
import type { SectionProps } from './section-props.ts';
import type { DraftDesk } from './use-draft-desk.ts';

export interface DraftAttachmentsProps extends SectionProps {
  readonly view: CaseView | null;
  readonly desk: DraftDesk;
  /** Files that are sent once the draft is saved. */
  readonly queue: readonly File[];
  readonly onQueue: (queue: readonly File[]) => void;
  readonly tried: boolean;
}

const waitingItem = ({ name, size, lastModified }: File, index: number): AttachmentItem => ({
  key: `${index}/${name}/${lastModified}`,
  name,
  size,
  version: 0,
  removable: true,
});

const storedItems = ({ attachments }: CaseView): AttachmentItem[] =>
  [...attachments]
    .sort((one, other) => one.order - other.order)
    .map(({ id, name, file, version, removable }) => ({ key: id, name, size: file.size, version, removable }));

/** Before the draft is saved files wait here; afterwards every change is carried out at once. */
export function DraftAttachments({ draft, told, view, desk, queue, onQueue, tried }: DraftAttachmentsProps) {
  const { form, change } = draft;
  const paper = (
    <PaperFields paper={form.paper} onPaper={(rows) => change({ paper: rows })} tried={tried} problem={told('paper')} />
  );
  if (!view) {
    const items = queue.map(waitingItem);
    return (
      <AttachmentsSection
        items={items}
        busy={desk.busy}
        waiting
        onAdd={(files) => onQueue([...queue, ...files])}
        onMove={(from, to) => onQueue(moved(queue, from, to))}
        onRemove={(key) => onQueue(queue.filter((_, index) => items[index]?.key !== key))}
      >
        {paper}
      </AttachmentsSection>
    );
  }
  const items = storedItems(view);
  return (
    <AttachmentsSection
      items={items}
      busy={desk.busy}
      waiting={false}
      onAdd={(files) => desk.attach(view, files, null)}
      onMove={(from, to) =>
        desk.order(
          view,
          moved(items, from, to).map(({ key }) => key),
        )
      }
      onRemove={(key) => desk.remove(view, key)}
      onReplace={(key, file) => desk.attach(view, [file], key)}
    >
      {paper}
    </AttachmentsSection>
  );
}
