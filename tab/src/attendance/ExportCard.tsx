import {
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Select,
  Spinner,
} from '@fluentui/react-components';
import type { ClosingView } from '@kaigi/core/contract';
import { useState } from 'react';
import type { ExportWish } from '../api/attendance.ts';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { DownloadButton } from '../records/DownloadButton.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { useClosingStyles } from './Closing.styles.ts';
import { closingText } from './closing-text.ts';
import { useCharacters } from './use-closing.ts';

interface OptionsProps {
  readonly wish: ExportWish;
  readonly units: ClosingView['units'];
  readonly onWish: (wish: ExportWish) => void;
}

function Options({ wish, units, onWish }: OptionsProps) {
  const styles = useClosingStyles();
  const t = useText(closingText);
  const choices = { kind: ['days', 'counts'], encoding: ['utf8', 'sjis'] } as const;
  return (
    <div className={styles.options}>
      <Field label={t('export.unit')}>
        <Select
          className={styles.select}
          value={wish.unitId ?? ''}
          onChange={(_, { value }) => onWish({ ...wish, unitId: value === '' ? null : value })}
          data-testid="export-unit"
        >
          <option value="">{t('export.unit.all')}</option>
          {units.map(({ unitId, unitName }) => (
            <option key={unitId} value={unitId}>
              {unitName}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('export.kind')}>
        <RadioGroup
          value={wish.kind}
          onChange={(_, { value }) => onWish({ ...wish, kind: value === 'counts' ? 'counts' : 'days' })}
        >
          {choices.kind.map((kind) => (
            <Radio key={kind} value={kind} label={t(`export.kind.${kind}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('export.encoding')}>
        <RadioGroup
          value={wish.encoding}
          onChange={(_, { value }) => onWish({ ...wish, encoding: value === 'sjis' ? 'sjis' : 'utf8' })}
        >
          {choices.encoding.map((encoding) => (
            <Radio
              key={encoding}
              value={encoding}
              label={t(`export.encoding.${encoding}`)}
              data-testid={`export-${encoding}`}
            />
          ))}
        </RadioGroup>
      </Field>
    </div>
  );
}

/** Which names older systems will not get as they are written: said before the file leaves, not dropped. */
function Lacking({ wish }: { readonly wish: ExportWish }) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const characters = useCharacters(wish);
  if (wish.encoding === 'utf8') return null;
  if (characters.isPending) return <Spinner size="tiny" label={t('export.checking')} className={styles.start} />;
  if (!characters.data) return <p className={styles.bad}>{t('export.failed')}</p>;
  const { items } = characters.data;
  if (items.length === 0) return <p className={styles.small}>{t('export.fine')}</p>;
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="lacking">
      <MessageBarBody>
        <MessageBarTitle>{t('export.lacks', { count: items.length })}</MessageBarTitle>
        <ul className={styles.plain}>
          {items.map(({ staffNumber, name, character, codePoint, lines }) => (
            <li key={`${staffNumber} ${name} ${codePoint}`}>
              {t(staffNumber === '' ? 'export.lack.unnumbered' : 'export.lack', {
                ...{ number: staffNumber, name, character, codePoint, lines },
              })}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

type Chosen = Omit<ExportWish, 'month'>;

export function ExportCard({ month, units }: Pick<ClosingView, 'month' | 'units'>) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const [chosen, setChosen] = useState<Chosen>({ unitId: null, encoding: 'utf8', kind: 'days', closedOnly: true });
  const wish = { month, ...chosen };
  return (
    <Section title={t('export.title')}>
      <Options wish={wish} units={units} onWish={setChosen} />
      <Checkbox
        className={styles.start}
        label={t('export.closedOnly')}
        checked={wish.closedOnly}
        onChange={(_, { checked }) => setChosen({ ...chosen, closedOnly: checked === true })}
        data-testid="export-closed-only"
      />
      <Lacking wish={wish} />
      <DownloadButton
        className={styles.start}
        fileName={t(`export.name.${wish.kind}`, { month, encoding: wish.encoding })}
        from={(api) => api.attendance.export(wish)}
        testId="export-download"
      >
        {t('export.do')}
      </DownloadButton>
    </Section>
  );
}
