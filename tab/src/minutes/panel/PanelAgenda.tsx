import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import { AddRegular, LocationRegular } from '@fluentui/react-icons';
import type { MeetingView, SentenceEdit, SentenceView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useHost } from '../../app/host-context.ts';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import type { Saver } from '../saving/use-saving.ts';
import { SentenceForm } from '../sentences/SentenceForm.tsx';
import { SentenceItem } from '../sentences/SentenceItem.tsx';
import { NOTHING_TYPED } from '../sentences/typed-sentence.ts';
import { usePanelStyles } from './Panel.styles.ts';
import { additionsTo, type PanelItem, type PanelPart, panelItems } from './panel-items.ts';
import { panelText } from './text.ts';

const PARTS: readonly PanelPart[] = ['DECISION', 'ACTION', 'KEY_POINT'];

export interface PanelAgendaProps {
  readonly view: MeetingView;
  readonly saver: Saver<SentenceView, SentenceEdit>;
}

interface ItemProps extends PanelAgendaProps {
  readonly item: PanelItem;
}

function AddLine({ view, saver, item }: ItemProps) {
  const styles = useMinutesStyles();
  const t = useText(panelText);
  const [part, setPart] = useState<PanelPart | null>(null);
  if (part !== null)
    return (
      <SentenceForm
        {...{ part, first: NOTHING_TYPED, onClose: () => setPart(null) }}
        onSave={(typed) => {
          saver.add(additionsTo(item, { part, typed }, view.attendees));
          setPart(null);
        }}
      />
    );
  return (
    <span className={styles.buttons}>
      {PARTS.map((one) => (
        <Button
          key={one}
          size="small"
          icon={<AddRegular />}
          aria-label={t('add.label', { part: t(`add.${one}`) })}
          onClick={() => setPart(one)}
          data-testid={`panel-add-${one}`}
        >
          {t(`add.${one}`)}
        </Button>
      ))}
    </span>
  );
}

interface OneItemProps extends ItemProps {
  readonly isHere: boolean;
  readonly onHere: () => void;
}

function OneItem({ view, saver, item, isHere, onHere }: OneItemProps) {
  const styles = useMinutesStyles();
  const own = usePanelStyles();
  const t = useText(panelText);
  const host = useHost();
  const title = item.id === null ? t('item.none') : item.title;
  return (
    <li className={mergeClasses(own.item, isHere && own.current)} data-testid="panel-item" data-item-id={item.id ?? ''}>
      <span className={styles.line}>
        <Button
          appearance="transparent"
          className={own.mark}
          aria-current={isHere ? 'step' : undefined}
          aria-label={isHere ? title : t('item.go', { title })}
          onClick={onHere}
          data-testid="panel-go"
        >
          {title}
        </Button>
        {isHere ? (
          <Badge appearance="tint" color="brand" icon={<LocationRegular />} data-testid="panel-here">
            {t('item.here')}
          </Badge>
        ) : null}
      </span>
      {item.sentences.map((one) => (
        <SentenceItem
          key={one.id}
          {...{ view: one, meetingId: view.id, people: view.attendees, mayEdit: view.may.edit }}
          onEdit={(edit) => saver.add([edit])}
          onSource={(line) => void host.openPage(`meetings/${view.id}/transcript?${new URLSearchParams({ line })}`)}
        />
      ))}
      {isHere && view.may.edit ? <AddLine view={view} saver={saver} item={item} /> : null}
    </li>
  );
}

/** 議題 with a mark of where we are; what is noted comes under the marked one. */
export function PanelAgenda({ view, saver }: PanelAgendaProps) {
  const styles = useMinutesStyles();
  const t = useText(panelText);
  const items = panelItems(view.agenda, saver.items);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const here = items.find(({ id }) => id === chosen) ?? items[1] ?? items[0];
  return (
    <Section title={t('agenda')}>
      {view.may.edit ? null : (
        <p className={styles.small}>
          {t(view.state === 'PLANNED' || view.state === 'WRITING' ? 'add.read_only' : 'add.not_now')}
        </p>
      )}
      <ul className={styles.list}>
        {items.map((item) => (
          <OneItem key={item.id} {...{ view, saver, item, isHere: item === here, onHere: () => setChosen(item.id) }} />
        ))}
      </ul>
    </Section>
  );
}
