import { Button, Link, Spinner } from '@fluentui/react-components';
import { CheckmarkRegular, LockOpenRegular } from '@fluentui/react-icons';
import type { SheetView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { focusPageHeading } from '../app/PageHeading.tsx';
import { hashOf } from '../app/routes.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { monthName } from './months.ts';
import { peopleOf } from './people.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type NamedRefusal, Refused } from './Refused.tsx';
import { sheetText } from './sheet-text.ts';
import { attendanceText } from './text.ts';
import { useConfirm, useConfirmations, useOpen, useUnlock } from './use-confirmations.ts';

interface Props {
  readonly sheet: SheetView;
}

function useConfirming({ sheet }: Props) {
  const t = useText(attendanceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useConfirm(sheet.month);
  const [refused, setRefused] = useState<readonly NamedRefusal[]>([]);
  const { staffId, name } = sheet.person;
  const confirm = () =>
    isPending ||
    mutate([{ staffId, fingerprint: sheet.fingerprint }], {
      onSuccess: ({ items, confirmed }) => {
        setRefused(
          items.filter(({ outcome }) => outcome !== 'CONFIRMED').map(({ words }) => ({ staffId, name, words })),
        );
        if (confirmed === 0) return;
        notify({ text: t('confirm.done', { count: confirmed }), intent: 'success' });
        focusPageHeading();
      },
      onError: (error) =>
        notify({ text: t('confirm.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    });
  return { confirm, isPending, refused, forget: () => setRefused([]) };
}

function UnlockButton({ sheet }: Props) {
  const t = useText(sheetText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error, reset } = useUnlock();
  const [asking, setAsking] = useState(false);
  const { month, version, person } = sheet;
  const ask = (open: boolean) => {
    reset();
    setAsking(open);
  };
  const unlock = (reason: string) =>
    mutate(
      { month, version, staffId: person.staffId, reason },
      {
        onSuccess: () => {
          setAsking(false);
          notify({ text: t('unlock.done'), intent: 'success' });
          focusPageHeading();
        },
      },
    );
  return (
    <>
      <Button icon={<LockOpenRegular />} onClick={() => ask(true)} data-testid="unlock">
        {t('unlock.open')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t('unlock.title', { name: person.name, month: monthName(month, locale) })}
          body={t('unlock.body')}
          confirm={t('unlock.confirm')}
          busy={isPending}
          error={error}
          onConfirm={unlock}
          onClose={() => ask(false)}
        />
      ) : null}
    </>
  );
}

/** Whoever looks through their people one by one goes on to the next who needs an eye. */
export function NextPerson({ sheet }: Props) {
  const t = useText(sheetText);
  const { month, person } = sheet;
  const list = useConfirmations({ month, all: false }).data;
  const open = useOpen().data;
  if (!list) return null;
  const { eye } = peopleOf(list, open ?? { corrections: [], overtime: [] });
  const here = eye.findIndex((row) => row.person.person.staffId === person.staffId);
  const next = eye[here + 1]?.person.person;
  if (!next || next.staffId === person.staffId) return null;
  return (
    <Link href={hashOf({ page: 'confirmations', month, staffId: next.staffId })} data-testid="next-person">
      {t('sheet.next', { name: next.name })}
    </Link>
  );
}

export function SheetActs({ sheet }: Props) {
  const styles = useAttendanceStyles();
  const t = useText(sheetText);
  const { confirm, isPending, refused, forget } = useConfirming({ sheet });
  const ready = sheet.may.confirm && sheet.isOver && sheet.blocks.length === 0;
  if (!ready && !sheet.may.unlock && refused.length === 0) return null;
  return (
    <>
      <Refused refused={refused} onClose={forget} />
      <div className={styles.buttons}>
        {ready ? (
          <Button
            appearance="primary"
            disabledFocusable={isPending}
            icon={isPending ? <Spinner size="tiny" /> : <CheckmarkRegular />}
            onClick={confirm}
            data-testid="sheet-confirm"
          >
            {t('sheet.confirm')}
          </Button>
        ) : null}
        {sheet.may.unlock ? <UnlockButton sheet={sheet} /> : null}
      </div>
    </>
  );
}
