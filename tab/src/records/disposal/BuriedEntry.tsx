import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Badge, Link } from '@fluentui/react-components';
import type { TombstoneLine } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { type FactLine, Facts } from '../folders/Facts.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { buriedText } from './text-buried.ts';

interface EntryProps {
  readonly line: TombstoneLine;
}

function Decided({ line: { listId, caseId } }: EntryProps) {
  const styles = useDisposalStyles();
  const t = useText(buriedText);
  return (
    <span className={styles.tools}>
      <Link href={hashOf({ page: 'records', part: 'disposals', id: listId, wish: {} })}>{t('decided.list')}</Link>
      {caseId === null ? null : <Link href={hashOf({ page: 'case', id: caseId })}>{t('decided.case')}</Link>}
    </span>
  );
}

function useFacts({ line }: EntryProps): FactLine[] {
  const styles = useDisposalStyles();
  const t = useText(buriedText);
  const locale = useLocale();
  const day = (on: string) => dayText(on, locale);
  const { classification, filedOn, startsOn, endsOn, reason, by, receipt, contentGoes, files, backups, copy } = line;
  const to = day(endsOn);
  return [
    { term: t('fact.class'), value: `${classification.code} ${classification.name}` },
    { term: t('fact.filed'), value: day(filedOn) },
    {
      term: t('fact.period'),
      value: startsOn === null ? t('period.until', { to }) : t('period', { from: day(startsOn), to }),
    },
    { term: t('fact.reason'), value: reason === '' ? null : reason },
    {
      term: t('fact.by'),
      value: by.map(({ staffId, name, postTitle, unitName }) => (
        <div key={staffId}>{`${unitName} ${postTitle} ${name}`}</div>
      )),
    },
    { term: t('fact.decided'), value: <Decided line={line} /> },
    { term: t('fact.receipt'), value: receipt && t('receipt', { ...receipt, day: day(receipt.receivedOn) }) },
    { term: t('fact.kept'), value: contentGoes ? null : t('kept') },
    {
      term: t('fact.files'),
      value: files.map(({ fileVersion, sha256 }) => (
        <div key={fileVersion} className={styles.hash}>
          {t('file', { version: fileVersion, sha256 })}
        </div>
      )),
    },
    { term: t('fact.copy'), value: copy },
    { term: t('fact.backups'), value: backups },
  ];
}

/** One 廃棄記録: what it was, when it went and by whom; all else when it is asked for. */
export function BuriedEntry({ line }: EntryProps) {
  const styles = useDisposalStyles();
  const t = useText(buriedText);
  const locale = useLocale();
  const lines = useFacts({ line });
  const { id, title, number, unitName, action, buriedOn, by, mayOpen } = line;
  const name = `${number ?? ''} ${title}`.trim();
  return (
    <li className={styles.entry} data-testid="buried">
      {mayOpen ? (
        <Link className={styles.name} href={hashOf({ page: 'records', part: 'record', id, wish: {} })}>
          {name}
        </Link>
      ) : (
        <span className={styles.name}>{name}</span>
      )}
      <Badge appearance="tint" color={action === 'DESTROY' ? 'informative' : 'brand'}>
        {t(`action.${action}`)}
      </Badge>
      <span className={styles.quiet}>
        {[dayText(buriedOn, locale), unitName, by.map((person) => person.name).join(t('and'))].join(' / ')}
      </span>
      <Accordion collapsible className={styles.wide}>
        <AccordionItem value="more">
          <AccordionHeader size="small" data-testid="buried-more">
            {t('more')}
          </AccordionHeader>
          <AccordionPanel>
            <Facts lines={lines} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </li>
  );
}
