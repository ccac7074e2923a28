import { Link } from '@fluentui/react-components';
import { localDateOf } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { goTo } from '../../app/use-route.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { emptyMeeting, inputOf, type TypedMeeting } from './meeting-form.ts';
import { meetingsText } from './text.ts';
import { useMakeMeeting } from './use-meetings.ts';

/** 会議の登録 */
export function NewMeetingPage() {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const notify = useNotice();
  const make = useMakeMeeting();
  const handleSend = (typed: TypedMeeting) =>
    make.mutate(
      { ...inputOf(typed), onlineChat: null },
      {
        onSuccess: ({ id }) => {
          notify({ text: t('form.done'), intent: 'success' });
          goTo({ page: 'meetings', part: 'facts', id }, 'replace');
        },
      },
    );
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('page.back')}</Link>
      </div>
      <PageHeading title={t('form.title')} focusKey="meetings/new" />
      <Section title={t('facts')}>
        <MeetingForm
          meetingId={null}
          first={emptyMeeting(localDateOf(new Date()))}
          busy={make.isPending}
          error={make.error}
          sendLabel={t('form.send')}
          onSend={handleSend}
        />
      </Section>
    </div>
  );
}
