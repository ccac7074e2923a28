import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { articleOnBar } from '@kaigi/core/shared';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { differingText } from './redaction-text.ts';
import type { DisclosureItem } from './use-disclosures.ts';

type Differing = DisclosureItem['differing'];

/** What is told of a copy whose bars are not what was judged; nothing where they are. */
export function useDiffering({ scheme: { grounds } }: DisclosureView) {
  const t = useText(differingText);
  const locale = useLocale();
  return (differing: Differing): string[] =>
    (['unjudged', 'unbarred'] as const).flatMap((kind) => {
      const articles = differing[kind].map((id) => articleOnBar(grounds, id));
      return articles.length === 0 ? [] : [t(kind, { grounds: listText(articles, locale) })];
    });
}

/** Beside a document, from when it is judged and has a copy. */
export function DifferingNote({ view, item }: { readonly view: DisclosureView; readonly item: DisclosureItem }) {
  const said = useDiffering(view)(item.differing);
  if (said.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="item-differing">
      <MessageBarBody>{said.join('')}</MessageBarBody>
    </MessageBar>
  );
}

interface SeenProps {
  readonly view: DisclosureView;
  readonly isSeen: boolean;
  readonly onChange: (isSeen: boolean) => void;
}

/** Before the decision, with which the copies go out: which of them differ, and that somebody looked where that may be right. */
export function DifferingSeen({ view, isSeen, onChange }: SeenProps) {
  const t = useText(differingText);
  const tell = useDiffering(view);
  const differing = view.items.filter((item) => tell(item.differing).length > 0);
  const mayBeSeen = differing.some((item) => item.differing.unbarred.length > 0);
  if (differing.length === 0) return null;
  return (
    <div data-testid="decide-differing">
      {differing.map((item) => (
        <p key={item.id}>
          <strong>{item.title}</strong>
          <br />
          {tell(item.differing).join('')}
        </p>
      ))}
      {mayBeSeen ? (
        <Checkbox
          checked={isSeen}
          onChange={(_, { checked }) => onChange(checked === true)}
          label={t('seen')}
          data-testid="decide-unbarred-seen"
        />
      ) : null}
    </div>
  );
}
